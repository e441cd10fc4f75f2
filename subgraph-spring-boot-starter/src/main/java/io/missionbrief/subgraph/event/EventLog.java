package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.bulk.Columns;
import io.missionbrief.subgraph.observability.RequestContext;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Appends events, their personal fields sealed. */
final class EventLog {

    private static final String INSERT = """
            insert into event_log (workspace_id, actor, request_id, trace_parent, lane, type, object_type, object_id,
                object_version, state, changes, personal_subject, personal_fields)
            select ?, ?, ?, ?, lane, type, object_type, object_id,
                object_version, cast(state as jsonb), cast(changes as jsonb), personal_subject,
                string_to_array(personal_fields, ',')
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                as event (lane, type, object_type, object_id,
                    object_version, state, changes, personal_subject, personal_fields, place)
            order by place
            """;

    private static final int AT_ONCE = 1_000;

    private final PersonalKeys keys;
    private final Sealing sealing;

    EventLog(PersonalKeys keys, Sealing sealing) {
        this.keys = keys;
        this.sealing = sealing;
    }

    /**
     * Appends an event to the log of the actor's workspace.
     *
     * @param transaction the transaction that makes the change, and holds the lock on the changed row
     * @throws io.missionbrief.subgraph.error.RequestException when the actor is bound to no workspace
     */
    void append(DSLContext transaction, Actor actor, NewEvent event) {
        WorkspaceId workspace = actor.requireWorkspace();
        List<NewEvent> events = List.of(event);
        Map<UUID, SubjectKey> known = keys.findOrMake(transaction, workspace, Sealing.subjects(events));
        insert(transaction, actor, sealing.seal(known, events));
    }

    /**
     * Seals events of objects that are not there yet; needs no transaction.
     *
     * @throws IllegalArgumentException when an object's personal fields are those of another one, whose key may exist
     */
    NewObjects prepare(Actor actor, List<NewEvent> events) {
        for (NewEvent event : events) {
            Personal personal = event.personal();
            if (personal != null && !personal.subject().equals(event.objectId())) {
                throw new IllegalArgumentException("Not the subject of its own personal fields: " + event.objectId());
            }
        }
        Map<UUID, SubjectKey> drawn = keys.draw(actor.requireWorkspace(), Sealing.subjects(events));
        return new NewObjects(actor, drawn, sealing.seal(drawn, events));
    }

    /** Appends prepared events, in a few statements; their order is that of the list. */
    void append(DSLContext transaction, NewObjects objects) {
        keys.add(transaction, objects.actor().requireWorkspace(), objects.keys());
        List<SealedEvent> events = objects.events();
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            insert(transaction, objects.actor(), events.subList(from, Math.min(from + AT_ONCE, events.size())));
        }
    }

    private static void insert(DSLContext transaction, Actor actor, List<SealedEvent> events) {
        RequestContext request = RequestContext.current();
        var columns = new Columns<>(events);
        transaction.execute(
                INSERT,
                actor.requireWorkspace().value(),
                actor.userId(),
                request == null ? null : request.requestId(),
                request == null ? null : request.traceparent().toString(),
                columns.text(row -> row.event().lane().name()),
                columns.text(row -> row.event().type().name()),
                columns.text(row -> row.event().type().objectType()),
                columns.uuid(row -> row.event().objectId()),
                columns.integer(row -> row.event().objectVersion()),
                columns.text(SealedEvent::state),
                columns.text(SealedEvent::changes),
                columns.uuid(row -> subject(row.event().personal())),
                columns.text(row -> fields(row.event().personal())));
    }

    private static @Nullable UUID subject(@Nullable Personal personal) {
        return personal == null ? null : personal.subject();
    }

    /** Names of fields hold no comma. */
    private static String fields(@Nullable Personal personal) {
        return personal == null ? "" : personal.fields().stream().sorted().collect(Collectors.joining(","));
    }
}
