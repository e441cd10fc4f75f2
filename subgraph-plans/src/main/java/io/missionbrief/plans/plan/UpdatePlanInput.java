package io.missionbrief.plans.plan;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** A field that is omitted stays as it is; null empties a field that may be empty. */
record UpdatePlanInput(
        String planId,
        int expectedVersion,
        ArgumentValue<String> name,
        ArgumentValue<String> description,
        ArgumentValue<BillingPeriod> billingPeriod,
        ArgumentValue<List<PlanFeature>> features,
        ArgumentValue<LocalDate> activeFrom,
        ArgumentValue<LocalDate> activeUntil,
        @Nullable String idempotencyKey) {

    InputCheck check() {
        InputCheck check = new InputCheck();
        whenGiven(name, given -> PlanRules.name(check, given));
        whenGiven(description, given -> PlanRules.description(check, given));
        whenGiven(billingPeriod, given -> check.required("billingPeriod", given));
        whenGiven(features, given -> check.required("features", given));
        features.ifPresent(given -> PlanRules.features(check, given));
        return check;
    }

    /** The columns that become others than those of the plan; none when nothing changes. */
    PlanRecord changeOf(Plan plan) {
        PlanRecord change = new PlanRecord();
        whenGiven(name, given -> whenOther(plan.name(), PlanRules.kept(given), change::setName));
        whenGiven(description, given -> whenOther(plan.description(), PlanRules.kept(given), change::setDescription));
        billingPeriod.ifPresent(
                given -> whenOther(plan.billingPeriod().name(), given.name(), change::setBillingPeriod));
        features.ifPresent(
                given -> whenOther(plan.features(), given, other -> change.setFeatures(PlanFeature.column(given))));
        whenGiven(activeFrom, given -> whenOther(plan.activeFrom(), given, change::setActiveFrom));
        whenGiven(activeUntil, given -> whenOther(plan.activeUntil(), given, change::setActiveUntil));
        return change;
    }

    /** What only shows together with the fields that stay. */
    InputCheck checkWith(Plan plan) {
        InputCheck check = new InputCheck();
        PlanRules.activeDates(
                check,
                activeFrom.isOmitted() ? plan.activeFrom() : activeFrom.value(),
                activeUntil.isOmitted() ? plan.activeUntil() : activeUntil.value());
        return check;
    }

    private static <T> void whenGiven(ArgumentValue<T> argument, Consumer<@Nullable T> use) {
        if (!argument.isOmitted()) {
            use.accept(argument.value());
        }
    }

    private static <T> void whenOther(@Nullable T present, @Nullable T given, Consumer<@Nullable T> set) {
        if (!Objects.equals(present, given)) {
            set.accept(given);
        }
    }
}
