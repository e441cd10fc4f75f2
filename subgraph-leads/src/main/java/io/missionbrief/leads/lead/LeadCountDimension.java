package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import org.jooq.TableField;

/** What leads can be counted by. */
enum LeadCountDimension {
    SOURCE,
    SOURCE_DETAIL,
    STATUS;

    TableField<LeadRecord, String> column() {
        return switch (this) {
            case SOURCE -> LEAD.SOURCE;
            case SOURCE_DETAIL -> LEAD.SOURCE_DETAIL;
            case STATUS -> LEAD.STATUS;
        };
    }
}
