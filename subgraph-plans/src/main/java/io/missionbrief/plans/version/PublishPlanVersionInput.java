package io.missionbrief.plans.version;

import io.missionbrief.subgraph.mutation.InputCheck;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The input of {@code publishPlanVersion}. */
record PublishPlanVersionInput(
        String planId,
        int expectedVersion,
        Currency currency,
        BigDecimal setup,
        BigDecimal recurring,
        PriceTierMode tierMode,
        List<PriceTier> tiers,
        @Nullable PlanTerms terms,
        @Nullable String idempotencyKey) {

    InputCheck check() {
        InputCheck check = new InputCheck();
        PriceRules.amount(check, "setup", setup, currency);
        PriceRules.amount(check, "recurring", recurring, currency);
        PriceRules.tiers(check, tiers, currency);
        PriceRules.terms(check, termsOrNone());
        return check;
    }

    PlanTerms termsOrNone() {
        return Objects.requireNonNullElse(terms, PlanTerms.NONE);
    }
}
