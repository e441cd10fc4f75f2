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
 * here. What is given one object gives it back for the caller to go on with. Each throws a
 * {@link io.missionbrief.subgraph.error.RequestException} when the actor is bound to no workspace.
 */
public final class ChangeRecorder {

    private final EventLog log;

    ChangeRecorder(EventLog log) {
        this.log = log;
    }

    /** Records a new object: each field with a value is a change. */
    public <T extends Recorded> T created(DSLContext transaction, Actor actor, EventType type, T created) {
        log.append(transaction, actor, created(type, created, Lane.NORMAL));
        return created;
    }

    /**
     * Writes and seals the events of new objects that one call brings in, such as an import, in the lane of what may be
     * delivered later. That takes about as long as to insert the objects and needs no transaction: it can be done beforehand.
     *
     * @param created each new, and the subject of its own personal fields
     * @return to be recorded by {@link #createdInBulk}, in the same order
     */
    public List<NewObject> newInBulk(Actor actor, EventType type, List<? extends Recorded> created) {
        return created.stream()
                .map(object -> log.prepare(actor, created(type, object, Lane.BULK)))
                .toList();
    }

    /**
     * Records new objects in a few statements.
     *
     * @param actor of the workspace that they were made ready for
     * @param created of {@link #newInBulk}
     */
    public void createdInBulk(DSLContext transaction, Actor actor, List<NewObject> created) {
        log.append(transaction, actor, created);
    }

    /** Records the step from one version of an object to the next: each field that differs is a change. */
    public <T extends Recorded> T changed(DSLContext transaction, Actor actor, EventType type, T before, T after) {
        log.append(transaction, actor, changed(type, before, after, Lane.NORMAL));
        return after;
    }

    /** {@link #changed} in the lane of what may be delivered later, such as the progress of an import. */
    public <T extends Recorded> T changedInBulk(
            DSLContext transaction, Actor actor, EventType type, T before, T after) {
        log.append(transaction, actor, changed(type, before, after, Lane.BULK));
        return after;
    }

    /** Records the end of an object, which counts as its next version. The state is the last one, and nothing changes. */
    public <T extends Recorded> T deleted(DSLContext transaction, Actor actor, EventType type, T last) {
        Snapshot snapshot = last.snapshot();
        log.append(transaction, actor, event(type, snapshot, snapshot.version() + 1, Map.of(), Lane.NORMAL));
        return last;
    }

    private static NewEvent changed(EventType type, Recorded before, Recorded after, Lane lane) {
        Snapshot snapshot = after.snapshot();
        Map<String, Change> changes = Changes.between(before.snapshot().state(), snapshot.state());
        return event(type, snapshot, snapshot.version(), changes, lane);
    }

    private static NewEvent created(EventType type, Recorded created, Lane lane) {
        Snapshot snapshot = created.snapshot();
        return event(type, snapshot, snapshot.version(), null, lane);
    }

    private static NewEvent event(
            EventType type, Snapshot snapshot, int version, @Nullable Map<String, Change> changes, Lane lane) {
        return new NewEvent(type, snapshot.objectId(), version, snapshot.state(), changes, snapshot.personal(), lane);
    }
}
