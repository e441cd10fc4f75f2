package io.missionbrief.plans.version;

import org.jspecify.annotations.Nullable;

/**
 * What the customer agrees to beside the price.
 *
 * @param minimumPeriods how many billing periods the customer is bound; 0: none
 * @param noticeDays how many days before the end of a billing period notice is due; 0: none
 * @param text wording; null when there is none
 */
public record PlanTerms(
        int minimumPeriods, int noticeDays, @Nullable String text) {

    static final PlanTerms NONE = new PlanTerms(0, 0, null);
}
