package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.subgraph.graphql.Conditions;
import io.missionbrief.subgraph.graphql.ObjectId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on applications; null is no condition. */
record ApplicationFilter(
        @Nullable List<ApplicationStatus> status,
        @Nullable String leadId,
        @Nullable String requestedPlanId,
        @Nullable OffsetDateTime createdFrom,
        @Nullable OffsetDateTime createdBefore) {

    Condition condition() {
        return new Conditions()
                .oneOf(APPLICATION.STATUS, status)
                .when(ObjectId.parseOptional("filter.leadId", leadId), APPLICATION.LEAD_ID::eq)
                .when(ObjectId.parseOptional("filter.requestedPlanId", requestedPlanId), APPLICATION.PLAN_ID::eq)
                .when(createdFrom, APPLICATION.CREATED_AT::ge)
                .when(createdBefore, APPLICATION.CREATED_AT::lt)
                .all();
    }
}
