package io.missionbrief.subgraph.change;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/**
 * One change of one object, whatever it is: locked, of the version that the caller has seen, told by one event. An object
 * that is left as it is keeps its version, and nothing is told.
 *
 * <pre>{@code
 * change.execute(
 *         actor,
 *         new Mutation("assignLead", input.idempotencyKey(), input),
 *         LEADS,
 *         input.seen(),
 *         LeadEvents.ASSIGNED,
 *         (_, lead) -> Outcome.done(new ChangedColumns().change(LEAD.OWNER_ID, lead.ownerId(), owner)));
 * }</pre>
 *
 * <p>A use case that changes more than one object begins with {@link VersionedTable#lock(DSLContext, UUID, int)} instead, in
 * a transaction of its own.
 */
public final class ChangeVersioned {

    private final Mutations mutations;
    private final ChangeRecorder changes;

    ChangeVersioned(Mutations mutations, ChangeRecorder changes) {
        this.mutations = mutations;
        this.changes = changes;
    }

    /**
     * Changes an object. Refused with NOT_FOUND when the caller sees none with this id, and with STALE_VERSION when it has
     * changed since the caller read it.
     *
     * @param event what the change is told by
     * @param change from the transaction and the locked object the columns to be set, or why it is refused; what belongs to
     *     the object may be changed on the way, and is written before it
     * @throws io.missionbrief.subgraph.error.RequestException BAD_USER_INPUT when the id is malformed
     */
    public <T extends Versioned & Recorded> Outcome<T> execute(
            Actor actor,
            Mutation mutation,
            VersionedTable<?, T> table,
            SeenVersion seen,
            EventType event,
            BiFunction<DSLContext, T, Outcome<ChangedColumns>> change) {
        return execute(
                actor,
                mutation,
                table,
                seen,
                change,
                (transaction, before, after) -> changes.changed(transaction, actor, event, before, after));
    }

    /** The same for an object that cannot tell its whole state by itself. */
    public <T extends Versioned> Outcome<T> execute(
            Actor actor,
            Mutation mutation,
            VersionedTable<?, T> table,
            SeenVersion seen,
            BiFunction<DSLContext, T, Outcome<ChangedColumns>> change,
            Told<T> told) {
        UUID id = ObjectId.parse("input." + table.idField(), seen.id());
        return mutations.run(
                actor,
                mutation,
                transaction -> table.lock(transaction, id, seen.expected())
                        .then(before -> change.apply(transaction, before)
                                .map(columns -> columns.isEmpty()
                                        ? before
                                        : told.tell(transaction, before, table.update(transaction, before, columns)))),
                Versioned::id,
                table::find);
    }

    /** Appends the event of a change. */
    @FunctionalInterface
    public interface Told<T> {

        /** Appends it, and gives back the object after the change for the caller to go on with. */
        T tell(DSLContext transaction, T before, T after);
    }
}
