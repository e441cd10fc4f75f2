package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;

import io.missionbrief.admin.jooq.tables.records.MembershipRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;
import org.jooq.TableField;

/** An order of memberships. Each has its index, which ends with the id. */
record MembershipSort(MembershipSortField field, SortDirection direction) {

    private static final Keyset<MembershipRecord> OLDEST_FIRST =
            new MembershipSort(MembershipSortField.CREATED_AT, SortDirection.ASC).keyset();

    /** What memberships can be sorted by. */
    enum MembershipSortField {
        CREATED_AT,
        ROLE
    }

    /** The order of the list when the query does not say. */
    static Keyset<MembershipRecord> oldestFirst() {
        return OLDEST_FIRST;
    }

    Keyset<MembershipRecord> keyset() {
        return Keyset.of(MEMBERSHIP, direction.of(column()), direction.of(MEMBERSHIP.ID));
    }

    private TableField<MembershipRecord, ?> column() {
        return switch (field) {
            case CREATED_AT -> MEMBERSHIP.CREATED_AT;
            case ROLE -> MEMBERSHIP.ROLE;
        };
    }
}
