package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a change writes what happened. The event commits or vanishes with the change; it is numbered, published and shown
 * live after the commit.
 *
 * <p>Every method is to be called in the transaction that makes the change, and while the lock on the changed row is held
 * (after its {@code insert}, {@code update} or {@code select ... for update}): the order of an object's events is drawn
 * here. Each gives back the object it was given, for the caller to go on with, and throws a
 * {@link io.missionbrief.subgraph.error.RequestException} when the actor is bound to no workspace.
 */
public final class ChangeRecorder {

    private final EventLog log;

    ChangeRecorder(EventLog log) {
        this.log = log;
    }

    /** Records a new object: each field with a value is a change. */
    public <T extends Recorded> T created(DSLContext transaction, Actor actor, EventType type, T created) {
        return record(transaction, actor, type, created, changes(Map.of(), created));
    }

    /** Records new objects that one call brings in, such as an import: in a few statements, in the {@link Lane#BULK}. */
    public void createdInBulk(DSLContext transaction, Actor actor, EventType type, List<? extends Recorded> created) {
        List<NewEvent> events = created.stream()
                .map(object -> {
                    Snapshot snapshot = object.snapshot();
                    return event(type, snapshot, snapshot.version(), changes(Map.of(), object), Lane.BULK);
                })
                .toList();
        log.append(transaction, actor, events);
    }

    /** Records the step from one version of an object to the next: each field that differs is a change. */
    public <T extends Recorded> T changed(DSLContext transaction, Actor actor, EventType type, T before, T after) {
        return record(transaction, actor, type, after, changes(before.snapshot().state(), after));
    }

    /** Records the end of an object, which counts as its next version. The state is the last one, and nothing changes. */
    public <T extends Recorded> T deleted(DSLContext transaction, Actor actor, EventType type, T last) {
        Snapshot snapshot = last.snapshot();
        append(transaction, actor, type, snapshot, snapshot.version() + 1, Map.of());
        return last;
    }

    /**
     * Records an object with changes that its state does not tell, or does not tell alone.
     *
     * @param changes by the names of their fields
     */
    public <T extends Recorded> T record(
            DSLContext transaction, Actor actor, EventType type, T object, Map<String, Change> changes) {
        Snapshot snapshot = object.snapshot();
        append(transaction, actor, type, snapshot, snapshot.version(), changes);
        return object;
    }

    private void append(
            DSLContext transaction,
            Actor actor,
            EventType type,
            Snapshot snapshot,
            int version,
            Map<String, Change> changes) {
        log.append(transaction, actor, event(type, snapshot, version, changes, Lane.NORMAL));
    }

    private static NewEvent event(
            EventType type, Snapshot snapshot, int version, Map<String, Change> changes, Lane lane) {
        return new NewEvent(type, snapshot.objectId(), version, snapshot.state(), changes, snapshot.personal(), lane);
    }

    private static Map<String, Change> changes(Map<String, @Nullable Object> before, Recorded after) {
        return Changes.between(before, after.snapshot().state());
    }
}
