package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as it stands in the log.
 *
 * @param position its dense number in the subgraph; never shown to clients, it tells how busy other workspaces are
 * @param cursor where it stands in its workspace
 * @param actor the user id of who acted
 * @param state the object's whole state at {@code objectVersion}; personal fields are sealed, see {@link PersonalFields}
 * @param changes for each changed field {@code {"before": ..., "after": ...}}; personal fields are sealed
 * @param personal which fields are sealed, and under whose key; null when none is
 * @param lane how soon consumers want it
 * @param requestId the {@code x-request-id} of the request that led to it; null when none did
 * @param traceParent the W3C trace context of that request; null when there was none
 */
public record Event(
        UUID id,
        WorkspaceId workspace,
        EventType type,
        String objectType,
        UUID objectId,
        int objectVersion,
        String actor,
        OffsetDateTime occurredAt,
        long position,
        EventCursor cursor,
        JsonNode state,
        JsonNode changes,
        @Nullable Personal personal,
        Lane lane,
        @Nullable String requestId,
        @Nullable String traceParent) {

    Event with(JsonNode otherState, JsonNode otherChanges) {
        return new Event(
                id,
                workspace,
                type,
                objectType,
                objectId,
                objectVersion,
                actor,
                occurredAt,
                position,
                cursor,
                otherState,
                otherChanges,
                personal,
                lane,
                requestId,
                traceParent);
    }
}
