package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.bulk.Columns;
import io.missionbrief.subgraph.observability.RequestContext;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

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
    private final List<EventCheck> checks;

    /** @param checks each sees every event before it is appended */
    EventLog(PersonalKeys keys, Sealing sealing, List<EventCheck> checks) {
        this.keys = keys;
        this.sealing = sealing;
        this.checks = List.copyOf(checks);
    }

    /**
     * Appends an event to the log of the actor's workspace.
     *
     * @param transaction the transaction that makes the change, and holds the lock on the changed row
     * @throws io.missionbrief.subgraph.error.RequestException when the actor is bound to no workspace
     */
    void append(DSLContext transaction, Actor actor, NewEvent event) {
        WorkspaceId workspace = actor.requireWorkspace();
        UUID subject = Sealing.subject(event);
        SubjectKey key = subject == null ? null : keys.findOrMake(transaction, workspace, subject);
        insert(transaction, actor, List.of(sealing.seal(key, event)));
    }

    /**
     * Seals the event of an object that is not there yet; needs no transaction.
     *
     * @throws IllegalArgumentException when the object's personal fields are those of another one, whose key may exist
     */
    NewObject prepare(Actor actor, NewEvent event) {
        UUID subject = Sealing.subject(event);
        if (subject != null && !subject.equals(event.objectId())) {
            throw new IllegalArgumentException("Not the subject of its own personal fields: " + event.objectId());
        }
        WorkspaceId workspace = actor.requireWorkspace();
        SubjectKey key = subject == null ? null : keys.draw(workspace, subject);
        return new NewObject(workspace, sealing.seal(key, event), key);
    }

    /**
     * Appends prepared events, in a few statements; their order is that of the list.
     *
     * @throws IllegalArgumentException when one was prepared for another workspace, in which alone its key opens it
     */
    void append(DSLContext transaction, Actor actor, List<NewObject> objects) {
        if (!objects.stream().allMatch(object -> object.workspace().equals(actor.requireWorkspace()))) {
            throw new IllegalArgumentException("Prepared for another workspace");
        }
        for (int from = 0; from < objects.size(); from += AT_ONCE) {
            List<NewObject> some = objects.subList(from, Math.min(from + AT_ONCE, objects.size()));
            keys.add(
                    transaction,
                    actor.requireWorkspace(),
                    some.stream().map(NewObject::key).filter(Objects::nonNull).toList());
            insert(transaction, actor, some.stream().map(NewObject::event).toList());
        }
    }

    private void insert(DSLContext transaction, Actor actor, List<SealedEvent> events) {
        checks.forEach(check -> events.forEach(event -> check.check(actor, event)));
        RequestContext request = RequestContext.current();
        var columns = new Columns<>(events);
        transaction.execute(
                INSERT,
                actor.requireWorkspace().value(),
                actor.userId(),
                request == null ? null : request.requestId(),
                request == null ? null : request.traceparent().toString(),
                columns.text(row -> row.lane().name()),
                columns.text(row -> row.type().name()),
                columns.text(row -> row.type().objectType()),
                columns.uuid(SealedEvent::objectId),
                columns.integer(SealedEvent::objectVersion),
                columns.text(SealedEvent::state),
                columns.text(SealedEvent::changes),
                columns.uuid(SealedEvent::personalSubject),
                columns.text(row -> names(row.personalFields())));
    }

    /** Names of fields hold no comma. */
    private static String names(Set<String> fields) {
        return fields.stream().sorted().collect(Collectors.joining(","));
    }
}
