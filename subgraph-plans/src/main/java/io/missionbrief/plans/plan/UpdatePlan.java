package io.missionbrief.plans.plan;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Says something else of a plan. An update that changes nothing leaves no trace. */
@Service
class UpdatePlan {

    private final Mutations mutations;
    private final ChangePlan plans;

    UpdatePlan(Mutations mutations, ChangePlan plans) {
        this.mutations = mutations;
        this.plans = plans;
    }

    Outcome<Plan> execute(Actor actor, UpdatePlanInput input) {
        UUID id = ObjectId.parse("input.planId", input.planId());
        return input.check()
                .then(() -> mutations.run(
                        actor,
                        new Mutation("updatePlan", input.idempotencyKey(), input),
                        transaction -> plans.lock(transaction, id, input.expectedVersion())
                                .then(plan -> input.checkWith(plan)
                                        .then(() -> Outcome.done(update(transaction, actor, plan, input)))),
                        Plan::id,
                        plans::find));
    }

    private Plan update(DSLContext transaction, Actor actor, Plan plan, UpdatePlanInput input) {
        PlanRecord change = input.changeOf(plan);
        return change.touched() ? plans.update(transaction, actor, plan, change) : plan;
    }
}
