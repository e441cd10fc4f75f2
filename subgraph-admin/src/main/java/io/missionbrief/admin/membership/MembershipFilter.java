package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;

import io.missionbrief.subgraph.graphql.Conditions;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on memberships; null is no condition. */
record MembershipFilter(
        @Nullable List<String> role, @Nullable List<MembershipStatus> status) {

    Condition condition() {
        return new Conditions()
                .when(role, MEMBERSHIP.ROLE::in)
                .oneOf(MEMBERSHIP.STATUS, status)
                .all();
    }
}
