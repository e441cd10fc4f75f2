package io.missionbrief.leads.imports;

import io.missionbrief.leads.jooq.tables.records.LeadImportReportRecord;
import io.missionbrief.subgraph.bulk.BulkInsert;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the report of a batch, by one statement. */
@Component
class ReportLines {

    /**
     * An entry that is to be written.
     *
     * @param line of the file, counted from 1
     * @param entry counts the mistakes of one line, from 0
     * @param duplicateOf the lead that is the same one; null for another mistake
     */
    record Entry(
            int line, int entry, Mistake mistake, @Nullable UUID duplicateOf) {

        /** All that is wrong with a line. */
        static Stream<Entry> of(ReadLine line) {
            return IntStream.range(0, line.mistakes().size())
                    .mapToObj(i -> new Entry(line.line(), i, line.mistakes().get(i), null));
        }

        static Entry duplicate(int line, String reason, UUID duplicateOf) {
            return new Entry(line, 0, new Mistake(LeadImportReportCode.DUPLICATE, null, null, reason), duplicateOf);
        }
    }

    /** Leads of which others are duplicates have to be there. */
    void write(DSLContext transaction, Actor actor, UUID importId, List<Entry> entries) {
        BulkInsert.insert(
                transaction,
                entries.stream().map(entry -> row(actor, importId, entry)).toList());
    }

    private static LeadImportReportRecord row(Actor actor, UUID importId, Entry entry) {
        LeadImportReportRecord row = new LeadImportReportRecord();
        row.setWorkspaceId(actor.requireWorkspace().value());
        row.setImportId(importId);
        row.setLine(entry.line());
        row.setEntry(entry.entry());
        row.setColumnName(entry.mistake().column());
        row.setValue(entry.mistake().value());
        row.setCode(entry.mistake().code().name());
        row.setReason(entry.mistake().reason());
        row.setDuplicateOf(entry.duplicateOf());
        return row;
    }
}
