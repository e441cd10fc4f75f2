package io.missionbrief.leads.neighbour;

import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with an account, of subgraph admin. */
public record User(UUID id) {

    /** The user who made a change, by the id of the actor; null when nobody did, or a machine. */
    public static @Nullable User ofActor(@Nullable String userId) {
        return userId == null ? null : ofNullable(ObjectId.parseOrNull(userId));
    }

    /** The user with this id; null when there is no id. */
    public static @Nullable User ofNullable(@Nullable UUID id) {
        return id == null ? null : new User(id);
    }
}
