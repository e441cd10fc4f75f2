package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row says it. Its JSON is not looked into: most events of a busy workspace interest nobody here, and others
 * are sent on as they are.
 *
 * @param type as it was written, such as {@code Lead.StatusChange}
 * @param at where it stands in the log of the subgraph
 * @param workspacePosition its dense number in its workspace
 * @param state JSON: the object's whole state at {@code objectVersion}; personal fields are sealed
 * @param changes JSON: for each changed field {@code {"before": ..., "after": ...}}; personal fields are sealed. Null for a
 *     new object, of which all is in its state
 * @param personal which fields are sealed, and under whose key; null when none is
 * @param requestId the {@code x-request-id} of the request that led to it; null when none did
 * @param traceParent the W3C trace context of that request; null when there was none
 */
public record LoggedEvent(
        UUID id,
        WorkspaceId workspace,
        String type,
        String objectType,
        UUID objectId,
        int objectVersion,
        String actor,
        OffsetDateTime occurredAt,
        LogPosition at,
        long workspacePosition,
        String state,
        @Nullable String changes,
        @Nullable Personal personal,
        Lane lane,
        @Nullable String requestId,
        @Nullable String traceParent) {}
