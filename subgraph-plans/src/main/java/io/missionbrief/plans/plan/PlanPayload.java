package io.missionbrief.plans.plan;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of a plan answer. */
public record PlanPayload(@Nullable Plan plan, List<UserError> userErrors) {

    public static PlanPayload of(Outcome<Plan> outcome) {
        return outcome.fold(done -> new PlanPayload(done, List.of()), errors -> new PlanPayload(null, errors));
    }
}
