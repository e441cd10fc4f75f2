package io.missionbrief.plans.plan;

import io.missionbrief.subgraph.mutation.InputCheck;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code createPlan}. */
record CreatePlanInput(
        String productId,
        String code,
        String name,
        @Nullable String description,
        BillingPeriod billingPeriod,
        List<PlanFeature> features,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeUntil,
        @Nullable String idempotencyKey) {

    InputCheck check() {
        InputCheck check = new InputCheck()
                .that(
                        PlanCode.parse(code).isPresent(),
                        "code",
                        "'code' has 1 to 63 letters, digits, hyphens and underscores and begins with a letter or digit");
        PlanRules.name(check, name);
        PlanRules.description(check, description);
        PlanRules.features(check, features);
        PlanRules.activeDates(check, activeFrom, activeUntil);
        return check;
    }
}
