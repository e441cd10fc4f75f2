package io.missionbrief.leads.change;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** One change of one object, whatever it is: locked, of the version that the caller has seen, told by one event. */
@Component
public class ChangeVersioned {

    private final Mutations mutations;
    private final ChangeRecorder recorder;

    ChangeVersioned(Mutations mutations, ChangeRecorder recorder) {
        this.mutations = mutations;
        this.recorder = recorder;
    }

    /**
     * Changes an object. One that is left as it is keeps its version, and nothing is told.
     *
     * @param event what the change is told by
     * @param change from the locked object the columns to be set, or why it is refused
     */
    public <T extends Versioned & Recorded> Outcome<T> execute(
            Actor actor,
            Mutation mutation,
            VersionedTable<?, T> table,
            SeenVersion seen,
            EventType event,
            Function<T, Outcome<ChangedColumns>> change) {
        return execute(
                actor,
                mutation,
                table,
                seen,
                change,
                (transaction, before, after) -> recorder.changed(transaction, actor, event, before, after));
    }

    /** The same for an object that another has to tell of. */
    public <T extends Versioned> Outcome<T> execute(
            Actor actor,
            Mutation mutation,
            VersionedTable<?, T> table,
            SeenVersion seen,
            Function<T, Outcome<ChangedColumns>> change,
            Told<T> told) {
        UUID id = ObjectId.parse("input." + table.idField(), seen.id());
        return mutations.run(
                actor,
                mutation,
                transaction -> table.lock(transaction, id, seen.expected())
                        .then(before -> change.apply(before)
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
