package io.missionbrief.subgraph.event;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it: nothing personal in it is readable.
 *
 * @param state as JSON, the personal fields sealed
 * @param changes likewise; null for an event that makes the object
 * @param personalSubject under whose key fields are sealed; null when no field is personal
 * @param personalFields which fields are sealed
 */
public record SealedEvent(
        EventType type,
        UUID objectId,
        int objectVersion,
        Lane lane,
        String state,
        @Nullable String changes,
        @Nullable UUID personalSubject,
        Set<String> personalFields) {}
