package io.missionbrief.examplename.examplenoun;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of example things answer. */
record ExampleThingPayload(@Nullable ExampleThing exampleThing, List<UserError> userErrors) {

    static ExampleThingPayload of(Outcome<ExampleThing> outcome) {
        return outcome.fold(
                done -> new ExampleThingPayload(done, List.of()), errors -> new ExampleThingPayload(null, errors));
    }
}
