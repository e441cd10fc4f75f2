package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;
import org.jooq.TableField;

/** An order of leads. Each has its index, which ends with the id. */
record LeadSort(LeadSortField field, SortDirection direction) {

    private static final Keyset<LeadRecord> NEWEST_FIRST =
            new LeadSort(LeadSortField.CREATED_AT, SortDirection.DESC).keyset();

    /** The order of the list when the query does not say. */
    static Keyset<LeadRecord> newestFirst() {
        return NEWEST_FIRST;
    }

    Keyset<LeadRecord> keyset() {
        return Keyset.of(LEAD, direction.of(column()), direction.of(LEAD.ID));
    }

    private TableField<LeadRecord, ?> column() {
        return switch (field) {
            case CREATED_AT -> LEAD.CREATED_AT;
            case UPDATED_AT -> LEAD.UPDATED_AT;
            case NAME -> LEAD.NAME_KEY;
            case SCORE -> LEAD.SCORE;
        };
    }
}
