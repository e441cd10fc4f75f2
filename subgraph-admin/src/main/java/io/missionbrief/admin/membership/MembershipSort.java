package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.graphql.SortDirection;

/** The order of a list of memberships. */
record MembershipSort(MembershipSortField field, SortDirection direction) {

    static final MembershipSort INITIAL = new MembershipSort(MembershipSortField.CREATED_AT, SortDirection.ASC);

    /** By what memberships can be ordered. */
    enum MembershipSortField {
        CREATED_AT,
        ROLE
    }
}
