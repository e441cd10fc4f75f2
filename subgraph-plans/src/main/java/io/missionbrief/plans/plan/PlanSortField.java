package io.missionbrief.plans.plan;

/** What plans can be sorted by. */
enum PlanSortField {
    CREATED_AT,
    CODE,
    NAME
}
