package io.missionbrief.examplename.examplenoun;

import io.missionbrief.subgraph.mutation.InputCheck;
import org.jspecify.annotations.Nullable;

/** The input of {@code createExampleThing}. */
record CreateExampleThingInput(
        String name,
        @Nullable String note,
        @Nullable String idempotencyKey) {

    InputCheck check() {
        return new InputCheck()
                .text("name", name, ExampleThingRules.NAME_LENGTH)
                .optionalText("note", note, ExampleThingRules.NOTE_LENGTH);
    }
}
