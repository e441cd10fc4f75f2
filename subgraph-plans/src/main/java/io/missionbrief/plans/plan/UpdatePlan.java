package io.missionbrief.plans.plan;

import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** Says something else of a plan. An update that changes nothing leaves no trace. */
@Service
class UpdatePlan {

    private final ChangePlan plans;

    UpdatePlan(ChangePlan plans) {
        this.plans = plans;
    }

    Outcome<Plan> execute(Actor actor, PlanInput.Update input) {
        return input.check()
                .then(() -> plans.execute(
                        actor,
                        new Mutation("updatePlan", input.idempotencyKey(), input),
                        input.seen(),
                        PlanEvents.UPDATED,
                        (_, plan) -> input.checkWith(plan).then(() -> Outcome.done(input.changeOf(plan)))));
    }
}
