package io.missionbrief.leads.imports;

import io.missionbrief.leads.jooq.tables.records.LeadImportReportRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a line that became no lead.
 *
 * @param line at which the record begins, counted from 1
 * @param column null when the whole line is meant
 * @param value what stands there, shortened; null likewise
 * @param reason for the user: what is wrong, and the way out
 * @param duplicateOfId the lead that was there already; null when the line is no duplicate
 */
record LeadImportReportLine(
        int line,
        @Nullable String column,
        @Nullable String value,
        LeadImportReportCode code,
        String reason,
        @Nullable UUID duplicateOfId) {

    static LeadImportReportLine of(LeadImportReportRecord row) {
        return new LeadImportReportLine(
                row.getLine(),
                row.getColumnName(),
                row.getValue(),
                LeadImportReportCode.valueOf(row.getCode()),
                row.getReason(),
                row.getDuplicateOf());
    }
}
