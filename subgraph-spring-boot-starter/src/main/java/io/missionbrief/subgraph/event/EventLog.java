package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.observability.RequestContext;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Appends events, their personal fields sealed. */
final class EventLog {

    /** One statement with the same few parameters for any number of events: PostgreSQL prepares it once. */
    private static final String INSERT = """
            insert into event_log (workspace_id, actor, request_id, trace_parent, lane, type, object_type, object_id,
                object_version, state, changes, personal_subject, personal_fields)
            select ?, ?, ?, ?, lane, type, object_type, object_id,
                object_version, state, changes, personal_subject, string_to_array(personal_fields, ',')
            from unnest(?, ?, ?, ?, ?, cast(? as jsonb[]), cast(? as jsonb[]), ?, ?) with ordinality
                as event (lane, type, object_type, object_id,
                    object_version, state, changes, personal_subject, personal_fields, place)
            order by place
            """;

    private static final int AT_ONCE = 1_000;

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
            insert(transaction, workspace, actor, request, sealing.seal(transaction, workspace, some));
        }
    }

    private void insert(
            DSLContext transaction,
            WorkspaceId workspace,
            Actor actor,
            @Nullable RequestContext request,
            List<NewEvent> events) {
        transaction.execute(
                INSERT,
                workspace.value(),
                actor.userId(),
                request == null ? null : request.requestId(),
                request == null ? null : request.traceparent().toString(),
                column(events, String[]::new, event -> event.lane().name()),
                column(events, String[]::new, event -> event.type().name()),
                column(events, String[]::new, event -> event.type().objectType()),
                column(events, UUID[]::new, NewEvent::objectId),
                column(events, Integer[]::new, NewEvent::objectVersion),
                column(events, String[]::new, event -> json.text(event.state())),
                column(events, String[]::new, event -> event.changes() == null ? null : json.text(event.changes())),
                column(events, UUID[]::new, event -> subject(event.personal())),
                column(events, String[]::new, event -> fields(event.personal())));
    }

    private static <T> @Nullable T[] column(
            List<NewEvent> events, IntFunction<@Nullable T[]> array, Function<NewEvent, @Nullable T> value) {
        return events.stream().map(value).toArray(array);
    }

    private static @Nullable UUID subject(@Nullable Personal personal) {
        return personal == null ? null : personal.subject();
    }

    /** Names of fields hold no comma. */
    private static String fields(@Nullable Personal personal) {
        return personal == null ? "" : personal.fields().stream().sorted().collect(Collectors.joining(","));
    }
}
