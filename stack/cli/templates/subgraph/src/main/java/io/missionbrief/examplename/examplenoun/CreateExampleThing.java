package io.missionbrief.examplename.examplenoun;

import static io.missionbrief.examplename.jooq.Tables.EXAMPLE_THING;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Makes one example thing. */
@Service
class CreateExampleThing {

    private final Mutations mutations;
    private final ChangeRecorder changes;

    CreateExampleThing(Mutations mutations, ChangeRecorder changes) {
        this.mutations = mutations;
        this.changes = changes;
    }

    Outcome<ExampleThing> execute(Actor actor, ExampleThingInput.Create input) {
        return input.check()
                .then(() -> mutations.run(
                        actor,
                        new Mutation("createExampleThing", input.idempotencyKey(), input),
                        transaction -> Outcome.done(create(transaction, actor, input)),
                        ExampleThing::id,
                        ExampleThingQueries.TABLE::find));
    }

    private ExampleThing create(DSLContext transaction, Actor actor, ExampleThingInput.Create input) {
        ExampleThing created = transaction
                .insertInto(EXAMPLE_THING)
                .set(input.row())
                .returning()
                .fetchSingle(ExampleThing::of);
        return changes.created(transaction, actor, ExampleThingEvents.CREATED, created);
    }
}
