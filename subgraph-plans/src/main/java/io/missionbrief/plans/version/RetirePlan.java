package io.missionbrief.plans.version;

import io.missionbrief.plans.plan.ChangePlan;
import io.missionbrief.plans.plan.Plan;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Takes a plan out of sale for good, and its current version with it. */
@Service
class RetirePlan {

    private final ChangePlan plans;
    private final RetireVersion retireVersion;

    RetirePlan(ChangePlan plans, RetireVersion retireVersion) {
        this.plans = plans;
        this.retireVersion = retireVersion;
    }

    Outcome<Plan> execute(Actor actor, RetirePlanInput input) {
        return plans.retire(
                actor,
                new Mutation("retirePlan", input.idempotencyKey(), input),
                input.seen(),
                (transaction, plan) -> retireCurrentVersion(transaction, actor, plan));
    }

    private void retireCurrentVersion(DSLContext transaction, Actor actor, Plan plan) {
        UUID current = plan.currentVersionId();
        if (current != null) {
            retireVersion.execute(transaction, actor, current, DatabaseClock.read(transaction));
        }
    }
}
