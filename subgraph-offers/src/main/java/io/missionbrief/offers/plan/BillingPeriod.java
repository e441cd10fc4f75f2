package io.missionbrief.offers.plan;

/** How often a recurring amount is charged, as subgraph plans names it. */
public enum BillingPeriod {
    ONCE,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    YEARLY
}
