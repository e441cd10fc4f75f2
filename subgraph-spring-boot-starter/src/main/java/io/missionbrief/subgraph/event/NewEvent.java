package io.missionbrief.subgraph.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to be appended to the log.
 *
 * @param objectId the object that changed
 * @param objectVersion the version that the change led to, from 1; a deletion counts as the next version
 * @param state the whole state of the object at that version, written as JSON; a field without a value is null, not left out
 * @param changes the fields that changed; empty for an event that changes nothing, null for one that makes the object: then
 *     every field of the state that has a value changed from none
 * @param personal which fields are sealed; null when none is personal
 * @param lane how soon consumers want it
 */
record NewEvent(
        EventType type,
        UUID objectId,
        int objectVersion,
        Map<String, @Nullable Object> state,
        @Nullable Map<String, Change> changes,
        @Nullable Personal personal,
        Lane lane) {

    /**
     * @throws IllegalArgumentException when the version is not positive, or a personal field is in neither state nor
     *     changes (a misspelt name would leave the field readable for ever)
     */
    NewEvent {
        if (objectVersion < 1) {
            throw new IllegalArgumentException("Versions count from 1: " + objectVersion);
        }
        state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
        changes = changes == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        if (personal != null) {
            requireKnown(personal.fields(), state.keySet(), changes == null ? Set.of() : changes.keySet());
        }
    }

    /** An event of the {@linkplain Lane#NORMAL normal lane}. */
    NewEvent(
            EventType type,
            UUID objectId,
            int objectVersion,
            Map<String, @Nullable Object> state,
            Map<String, Change> changes,
            @Nullable Personal personal) {
        this(type, objectId, objectVersion, state, changes, personal, Lane.NORMAL);
    }

    private static void requireKnown(Set<String> personal, Set<String> state, Set<String> changes) {
        for (String field : personal) {
            if (!state.contains(field) && !changes.contains(field)) {
                throw new IllegalArgumentException("Personal field is in neither state nor changes: " + field);
            }
        }
    }
}
