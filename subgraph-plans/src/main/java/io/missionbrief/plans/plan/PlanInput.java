package io.missionbrief.plans.plan;

import static io.missionbrief.plans.jooq.Tables.PLAN;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.SeenVersion;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What may be said of a plan, when it is made and when it changes: the rules are the same. */
final class PlanInput {

    private static final int NAME = 200;
    private static final int DESCRIPTION = 4_000;
    private static final int FEATURES = 50;
    private static final int FEATURE = 200;

    private PlanInput() {}

    /** The input of {@code createPlan}. */
    record Create(
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
            checkName(check, name);
            checkDescription(check, description);
            checkFeatures(check, features);
            checkActiveDates(check, activeFrom, activeUntil);
            return check;
        }

        PlanRecord row(UUID product) {
            PlanRecord row = new PlanRecord();
            row.setProductId(product);
            row.setCode(PlanCode.parse(code).orElseThrow().value());
            row.setName(name.strip());
            row.setDescription(Text.orNull(description));
            row.setBillingPeriod(billingPeriod.name());
            row.setFeatures(JsonDocument.ofInput(features).column());
            row.setActiveFrom(activeFrom);
            row.setActiveUntil(activeUntil);
            return row;
        }
    }

    /** The input of {@code updatePlan}. A field that is omitted stays as it is; null empties a field that may be empty. */
    record Update(
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
            whenGiven(name, given -> checkName(check, given));
            whenGiven(description, given -> checkDescription(check, given));
            whenGiven(billingPeriod, given -> check.required("billingPeriod", given));
            whenGiven(features, given -> check.required("features", given));
            features.ifPresent(given -> checkFeatures(check, given));
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
                    .ifPresent(given -> columns.set(
                            PLAN.FEATURES, JsonDocument.ofInput(given).column()));
            return columns;
        }

        /** What only shows together with the fields that stay. */
        InputCheck checkWith(Plan plan) {
            InputCheck check = new InputCheck();
            checkActiveDates(
                    check,
                    activeFrom.isOmitted() ? plan.activeFrom() : activeFrom.value(),
                    activeUntil.isOmitted() ? plan.activeUntil() : activeUntil.value());
            return check;
        }
    }

    private static void checkName(InputCheck check, @Nullable String name) {
        check.text("name", name, NAME);
    }

    private static void checkDescription(InputCheck check, @Nullable String description) {
        check.optionalText("description", description, DESCRIPTION);
    }

    private static void checkFeatures(InputCheck check, List<PlanFeature> features) {
        check.that(
                features.size() <= FEATURES,
                "features",
                "A plan has at most " + FEATURES + " features, not " + features.size() + ": name the important ones");
        for (int place = 0; place < features.size(); place++) {
            check.text("features." + place + ".name", features.get(place).name(), FEATURE)
                    .optionalText(
                            "features." + place + ".value", features.get(place).value(), FEATURE);
        }
    }

    private static void checkActiveDates(InputCheck check, @Nullable LocalDate from, @Nullable LocalDate until) {
        check.that(
                from == null || until == null || !until.isBefore(from),
                "activeUntil",
                "'activeUntil' " + until + " is before 'activeFrom' " + from + ": give a day that is not before it");
    }

    private static <T> void whenGiven(ArgumentValue<T> argument, Consumer<@Nullable T> use) {
        if (!argument.isOmitted()) {
            use.accept(argument.value());
        }
    }
}
