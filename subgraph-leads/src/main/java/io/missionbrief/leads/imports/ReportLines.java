package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the report of a batch, by one statement. */
@Component
class ReportLines {

    private static final String INSERT = """
            insert into lead_import_report
                (workspace_id, import_id, line, entry, column_name, value, code, reason, duplicate_of)
            select cast(? as text), cast(? as uuid), report.*
            from unnest(cast(? as integer[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as uuid[])) as report
            """;

    /**
     * An entry that is to be written.
     *
     * @param line of the file, counted from 1
     * @param entry counts the mistakes of one line, from 0
     * @param duplicateOf the lead that was there already; null for another mistake, or when {@code duplicateOfNew} says
     * @param duplicateOfNew which of the batch's new leads it is a duplicate of; null otherwise
     */
    record Entry(
            int line,
            int entry,
            Mistake mistake,
            @Nullable UUID duplicateOf,
            @Nullable Integer duplicateOfNew) {

        /** All that is wrong with a line. */
        static Stream<Entry> of(ReadLine line) {
            return IntStream.range(0, line.mistakes().size())
                    .mapToObj(i -> new Entry(line.line(), i, line.mistakes().get(i), null, null));
        }

        static Entry duplicate(int line, String reason, @Nullable UUID duplicateOf) {
            return new Entry(line, 0, mistake(reason), duplicateOf, null);
        }

        static Entry duplicateInBatch(int line, String reason, int duplicateOfNew) {
            return new Entry(line, 0, mistake(reason), null, duplicateOfNew);
        }

        private static Mistake mistake(String reason) {
            return new Mistake(LeadImportReportCode.DUPLICATE, null, null, reason);
        }

        @Nullable
        UUID lead(List<@Nullable UUID> made) {
            return duplicateOfNew == null ? duplicateOf : made.get(duplicateOfNew);
        }
    }

    /** @param made the ids of the batch's new leads */
    void write(DSLContext transaction, Actor actor, UUID importId, List<Entry> entries, List<@Nullable UUID> made) {
        if (entries.isEmpty()) {
            return;
        }
        transaction.execute(
                INSERT,
                actor.requireWorkspace().value(),
                importId,
                column(entries, Entry::line, Integer[]::new),
                column(entries, Entry::entry, Integer[]::new),
                column(entries, entry -> entry.mistake().column(), String[]::new),
                column(entries, entry -> entry.mistake().value(), String[]::new),
                column(entries, entry -> entry.mistake().code().name(), String[]::new),
                column(entries, entry -> entry.mistake().reason(), String[]::new),
                column(entries, entry -> entry.lead(made), UUID[]::new));
    }

    private static <T> @Nullable T[] column(
            List<Entry> entries, Function<Entry, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return entries.stream().map(value).toArray(array);
    }
}
