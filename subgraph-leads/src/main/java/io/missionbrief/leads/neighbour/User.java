package io.missionbrief.leads.neighbour;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with an account, of subgraph admin. */
public record User(UUID id) {

    /** The user with this id; null when there is no id. */
    public static @Nullable User ofNullable(@Nullable UUID id) {
        return id == null ? null : new User(id);
    }
}
