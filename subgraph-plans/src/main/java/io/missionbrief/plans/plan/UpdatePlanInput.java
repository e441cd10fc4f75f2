package io.missionbrief.plans.plan;

import static io.missionbrief.plans.jooq.Tables.PLAN;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.SeenVersion;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The input of {@code updatePlan}. A field that is omitted stays as it is; null empties a field that may be empty. */
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

    SeenVersion seen() {
        return new SeenVersion(planId, expectedVersion);
    }

    /** The columns that become others than those of the plan; none when nothing changes. */
    ChangedColumns changeOf(Plan plan) {
        ChangedColumns columns = new ChangedColumns()
                .change(PLAN.NAME, plan.name(), name, Text::orNull)
                .change(PLAN.DESCRIPTION, plan.description(), description, Text::orNull)
                .change(PLAN.ACTIVE_FROM, plan.activeFrom(), activeFrom, day -> day)
                .change(PLAN.ACTIVE_UNTIL, plan.activeUntil(), activeUntil, day -> day);
        billingPeriod.ifPresent(given ->
                columns.change(PLAN.BILLING_PERIOD, plan.billingPeriod().name(), given.name()));
        features.asOptional()
                .filter(given -> !given.equals(plan.features()))
                .ifPresent(given ->
                        columns.set(PLAN.FEATURES, JsonDocument.ofInput(given).column()));
        return columns;
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
}
