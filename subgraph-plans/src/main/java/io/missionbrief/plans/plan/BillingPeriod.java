package io.missionbrief.plans.plan;

/** How often the recurring amount is charged; {@link #ONCE}: with the setup amount. */
public enum BillingPeriod {
    ONCE,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    YEARLY
}
