package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.observability.RequestContext;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Appends events, their personal fields sealed. */
final class EventLog {

    private static final List<Field<?>> COLUMNS = List.of(
            EventTable.WORKSPACE_ID,
            EventTable.LANE,
            EventTable.TYPE,
            EventTable.OBJECT_TYPE,
            EventTable.OBJECT_ID,
            EventTable.OBJECT_VERSION,
            EventTable.ACTOR,
            EventTable.REQUEST_ID,
            EventTable.TRACE_PARENT,
            EventTable.STATE,
            EventTable.CHANGES,
            EventTable.PERSONAL_SUBJECT,
            EventTable.PERSONAL_FIELDS);

    /** So few that one statement has room for the parameters of all. */
    private static final int AT_ONCE = 500;

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
    void append(DSLContext transaction, Actor actor, NewEvent event) {
        append(transaction, actor, List.of(event));
    }

    /** {@link #append(DSLContext, Actor, NewEvent)} for many, in a few statements; their order is that of the list. */
    void append(DSLContext transaction, Actor actor, List<NewEvent> events) {
        WorkspaceId workspace = actor.requireWorkspace();
        RequestContext request = RequestContext.current();
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            List<NewEvent> some = events.subList(from, Math.min(from + AT_ONCE, events.size()));
            List<RowN> rows = sealing.seal(transaction, workspace, some).stream()
                    .map(event -> row(workspace, actor, request, event))
                    .toList();
            transaction
                    .insertInto(EventTable.EVENT_LOG, COLUMNS)
                    .valuesOfRows(rows)
                    .execute();
        }
    }

    /** In the order of {@link #COLUMNS}. */
    private RowN row(WorkspaceId workspace, Actor actor, @Nullable RequestContext request, NewEvent event) {
        return DSL.row(Arrays.asList(
                workspace.value(),
                event.lane().name(),
                event.type().name(),
                event.type().objectType(),
                event.objectId(),
                event.objectVersion(),
                actor.userId(),
                request == null ? null : request.requestId(),
                request == null ? null : request.traceparent().toString(),
                json.column(event.state()),
                json.column(event.changes()),
                subject(event.personal()),
                fields(event.personal())));
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
