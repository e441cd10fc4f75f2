package io.missionbrief.examplename.examplenoun;

import static io.missionbrief.examplename.jooq.Tables.EXAMPLE_THING;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.SeenVersion;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The input of {@code updateExampleThing}. A field that is left out stays as it is; null empties one that may be empty. */
record UpdateExampleThingInput(
        String examplenounId,
        int expectedVersion,
        ArgumentValue<String> name,
        ArgumentValue<String> note,
        @Nullable String idempotencyKey) {

    InputCheck check() {
        InputCheck check = new InputCheck();
        if (!name.isOmitted()) {
            check.text("name", name.value(), ExampleThingRules.NAME_LENGTH);
        }
        return check.optionalText("note", note.value(), ExampleThingRules.NOTE_LENGTH);
    }

    SeenVersion seen() {
        return new SeenVersion(examplenounId, expectedVersion);
    }

    /** The columns that become others than those of the present one; none when nothing changes. */
    ChangedColumns changeOf(ExampleThing present) {
        return new ChangedColumns()
                .change(EXAMPLE_THING.NAME, present.name(), name, Text::orNull)
                .change(EXAMPLE_THING.NOTE, present.note(), note, Text::orNull);
    }
}
