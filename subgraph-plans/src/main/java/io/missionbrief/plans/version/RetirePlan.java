package io.missionbrief.plans.version;

import io.missionbrief.plans.plan.ChangePlan;
import io.missionbrief.plans.plan.Plan;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Takes a plan out of sale for good, and its current version with it. */
@Service
class RetirePlan {

    private final Mutations mutations;
    private final ChangePlan plans;
    private final RetireVersion retireVersion;

    RetirePlan(Mutations mutations, ChangePlan plans, RetireVersion retireVersion) {
        this.mutations = mutations;
        this.plans = plans;
        this.retireVersion = retireVersion;
    }

    Outcome<Plan> execute(Actor actor, RetirePlanInput input) {
        UUID id = ObjectId.parse("input.planId", input.planId());
        return mutations.run(
                actor,
                new Mutation("retirePlan", input.idempotencyKey(), input),
                transaction -> plans.lock(transaction, id, input.expectedVersion())
                        .map(plan -> retire(transaction, actor, plan)),
                Plan::id,
                plans::find);
    }

    private Plan retire(DSLContext transaction, Actor actor, Plan plan) {
        UUID current = plan.currentVersionId();
        if (current != null) {
            retireVersion.execute(transaction, actor, current, DatabaseClock.read(transaction));
        }
        return plans.retire(transaction, actor, plan);
    }
}
