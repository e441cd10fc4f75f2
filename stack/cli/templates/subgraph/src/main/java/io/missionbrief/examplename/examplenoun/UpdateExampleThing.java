package io.missionbrief.examplename.examplenoun;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** Says something else of one example thing. An update that changes nothing leaves no trace. */
@Service
class UpdateExampleThing {

    private final ChangeVersioned change;

    UpdateExampleThing(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<ExampleThing> execute(Actor actor, ExampleThingInput.Update input) {
        return input.check()
                .then(() -> change.execute(
                        actor,
                        new Mutation("updateExampleThing", input.idempotencyKey(), input),
                        ExampleThingQueries.TABLE,
                        input.seen(),
                        ExampleThingEvents.UPDATED,
                        (_, present) -> Outcome.done(input.changeOf(present))));
    }
}
