package io.missionbrief.plans.plan;

import io.missionbrief.subgraph.mutation.InputCheck;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be said of a plan. */
final class PlanRules {

    private static final int NAME = 200;
    private static final int DESCRIPTION = 4_000;
    private static final int FEATURES = 50;
    private static final int FEATURE = 200;

    private PlanRules() {}

    static void name(InputCheck check, @Nullable String name) {
        check.text("name", name, NAME);
    }

    static void description(InputCheck check, @Nullable String description) {
        check.optionalText("description", description, DESCRIPTION);
    }

    static void features(InputCheck check, List<PlanFeature> features) {
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

    static void activeDates(InputCheck check, @Nullable LocalDate from, @Nullable LocalDate until) {
        check.that(
                from == null || until == null || !until.isBefore(from),
                "activeUntil",
                "'activeUntil' " + until + " is before 'activeFrom' " + from + ": give a day that is not before it");
    }
}
