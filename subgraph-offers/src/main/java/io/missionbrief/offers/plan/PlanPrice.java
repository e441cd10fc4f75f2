package io.missionbrief.offers.plan;

import java.util.UUID;

/**
 * What plans says that a quantity of a plan version costs.
 *
 * @param planName the plan's name for people
 * @param billingPeriod how often the recurring amount is charged
 * @param currency an ISO 4217 code
 * @param setupMinor charged once, in minor units of the currency
 * @param recurringMinor charged each billing period for the whole quantity, in minor units of the currency
 * @param availability whether it can be sold today
 */
public record PlanPrice(
        UUID planId,
        UUID planVersionId,
        String planName,
        BillingPeriod billingPeriod,
        String currency,
        long setupMinor,
        long recurringMinor,
        Availability availability) {

    /** Whether a version can be sold today. */
    public enum Availability {
        AVAILABLE,
        /** It was taken out of sale, or a newer version took its place. */
        RETIRED,
        /** Its plan is not sold today. */
        NOT_ON_SALE
    }
}
