package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.event.Event;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A step of an import, with the values of that moment.
 *
 * @param cursor where the event stands in the stream of events
 * @param leadImport after the step
 */
record LeadImportProgress(String cursor, OffsetDateTime occurredAt, LeadImport leadImport) {

    static LeadImportProgress of(Event event) {
        return new LeadImportProgress(event.cursor().encoded(), event.occurredAt(), LeadImport.of(event));
    }

    public LeadImportStatus status() {
        return leadImport.status();
    }

    public int linesRead() {
        return leadImport.linesRead();
    }

    public int created() {
        return leadImport.created();
    }

    public int duplicates() {
        return leadImport.duplicates();
    }

    public int rejected() {
        return leadImport.rejected();
    }

    public int lastCommittedLine() {
        return leadImport.lastCommittedLine();
    }

    public @Nullable LeadImportFailure failure() {
        return leadImport.failure();
    }

    public int version() {
        return leadImport.version();
    }
}
