package io.missionbrief.plans.version;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code publishPlanVersion} answers: the version, or why nothing changed. */
record PublishPlanVersionPayload(@Nullable PlanVersion planVersion, List<UserError> userErrors) {

    static PublishPlanVersionPayload of(Outcome<PlanVersion> outcome) {
        return outcome.fold(
                done -> new PublishPlanVersionPayload(done, List.of()),
                errors -> new PublishPlanVersionPayload(null, errors));
    }
}
