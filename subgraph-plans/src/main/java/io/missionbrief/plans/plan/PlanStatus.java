package io.missionbrief.plans.plan;

/** Where a plan stands. */
public enum PlanStatus {
    /** Without a published version. */
    DRAFT,
    /** For sale at the price of its current version. */
    ACTIVE,
    /** No longer for sale, for good. */
    RETIRED
}
