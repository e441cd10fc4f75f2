package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.leads.jooq.tables.records.ApplicationRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;
import org.jooq.TableField;

/** An order of applications. Each has its index, which ends with the id. */
record ApplicationSort(ApplicationSortField field, SortDirection direction) {

    private static final Keyset<ApplicationRecord> NEWEST_FIRST =
            new ApplicationSort(ApplicationSortField.CREATED_AT, SortDirection.DESC).keyset();

    /** The order of a list when the query does not say. */
    static Keyset<ApplicationRecord> newestFirst() {
        return NEWEST_FIRST;
    }

    Keyset<ApplicationRecord> keyset() {
        return Keyset.of(APPLICATION, direction.of(column()), direction.of(APPLICATION.ID));
    }

    private TableField<ApplicationRecord, ?> column() {
        return switch (field) {
            case CREATED_AT -> APPLICATION.CREATED_AT;
            case UPDATED_AT -> APPLICATION.UPDATED_AT;
        };
    }
}
