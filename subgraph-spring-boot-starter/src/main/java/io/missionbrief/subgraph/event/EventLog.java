package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.observability.RequestContext;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Appends events, their personal fields sealed. */
public final class EventLog {

    private final Sealing sealing;
    private final EventJson json;

    EventLog(Sealing sealing, EventJson json) {
        this.sealing = sealing;
        this.json = json;
    }

    /**
     * Appends an event to the log of the actor's workspace.
     *
     * @param transaction the transaction that makes the change, and holds the lock on the changed row
     * @throws io.missionbrief.subgraph.error.RequestException when the actor is bound to no workspace
     */
    public void append(DSLContext transaction, Actor actor, NewEvent event) {
        WorkspaceId workspace = actor.requireWorkspace();
        NewEvent sealed = sealing.seal(transaction, workspace, event);
        RequestContext request = RequestContext.current();
        transaction
                .insertInto(EventTable.EVENT_LOG)
                .set(EventTable.WORKSPACE_ID, workspace.value())
                .set(EventTable.LANE, sealed.lane().name())
                .set(EventTable.TYPE, sealed.type().name())
                .set(EventTable.OBJECT_TYPE, sealed.type().objectType())
                .set(EventTable.OBJECT_ID, sealed.objectId())
                .set(EventTable.OBJECT_VERSION, sealed.objectVersion())
                .set(EventTable.ACTOR, actor.userId())
                .set(EventTable.REQUEST_ID, request == null ? null : request.requestId())
                .set(
                        EventTable.TRACE_PARENT,
                        request == null ? null : request.traceparent().toString())
                .set(EventTable.STATE, json.column(sealed.state()))
                .set(EventTable.CHANGES, json.column(sealed.changes()))
                .set(EventTable.PERSONAL_SUBJECT, subject(sealed.personal()))
                .set(EventTable.PERSONAL_FIELDS, fields(sealed.personal()))
                .execute();
    }

    private static @Nullable UUID subject(@Nullable Personal personal) {
        return personal == null ? null : personal.subject();
    }

    private static String[] fields(@Nullable Personal personal) {
        return personal == null
                ? new String[0]
                : personal.fields().stream().sorted().toArray(String[]::new);
    }
}
