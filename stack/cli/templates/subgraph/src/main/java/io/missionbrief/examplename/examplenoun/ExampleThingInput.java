package io.missionbrief.examplename.examplenoun;

import static io.missionbrief.examplename.jooq.Tables.EXAMPLE_THING;

import io.missionbrief.examplename.jooq.tables.records.ExampleThingRecord;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.SeenVersion;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What may be said of one example thing, when it is made and when it changes. The table keeps the same rules. */
final class ExampleThingInput {

    private static final int NAME_LENGTH = 200;
    private static final int NOTE_LENGTH = 2000;

    private ExampleThingInput() {}

    /** The input of {@code createExampleThing}. */
    record Create(
            String name,
            @Nullable String note,
            @Nullable String idempotencyKey) {

        InputCheck check() {
            return new InputCheck().text("name", name, NAME_LENGTH).optionalText("note", note, NOTE_LENGTH);
        }

        ExampleThingRecord row() {
            ExampleThingRecord row = new ExampleThingRecord();
            row.setName(name.strip());
            row.setNote(Text.orNull(note));
            return row;
        }
    }

    /** The input of {@code updateExampleThing}. A field that is left out stays as it is; null empties one that may be empty. */
    record Update(
            String examplenounId,
            int expectedVersion,
            ArgumentValue<String> name,
            ArgumentValue<String> note,
            @Nullable String idempotencyKey) {

        InputCheck check() {
            InputCheck check = new InputCheck().optionalText("note", note.value(), NOTE_LENGTH);
            return name.isOmitted() ? check : check.text("name", name.value(), NAME_LENGTH);
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
}
