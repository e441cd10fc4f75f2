package io.missionbrief.plans.version;

/** Where a plan version stands. */
public enum PlanVersionStatus {
    /** For sale. */
    CURRENT,
    /** Followed by a newer version, or retired with its plan. */
    RETIRED
}
