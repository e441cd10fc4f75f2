package io.missionbrief.plans.plan;

import static io.missionbrief.plans.jooq.Tables.PLAN;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;

/** An order of plans. */
record PlanSort(PlanSortField field, SortDirection direction) {

    static final PlanSort NEWEST_FIRST = new PlanSort(PlanSortField.CREATED_AT, SortDirection.DESC);

    Keyset<PlanRecord> keyset() {
        return switch (field) {
            case CREATED_AT -> Keyset.of(PLAN, direction.of(PLAN.CREATED_AT), direction.of(PLAN.ID));
            case CODE -> Keyset.of(PLAN, direction.of(PLAN.CODE), direction.of(PLAN.ID));
            case NAME -> Keyset.of(PLAN, direction.of(PLAN.NAME), direction.of(PLAN.ID));
        };
    }
}
