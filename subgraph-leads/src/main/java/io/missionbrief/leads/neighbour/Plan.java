package io.missionbrief.leads.neighbour;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan of subgraph plans. */
public record Plan(UUID id) {

    /** The plan with this id; null when there is no id. */
    public static @Nullable Plan ofNullable(@Nullable UUID id) {
        return id == null ? null : new Plan(id);
    }
}
