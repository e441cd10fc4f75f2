package io.missionbrief.plans.plan;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every change of a plan goes through: lock it, refuse what is out of date or over, write it with its event. */
@Component
public class ChangePlan {

    private final PlanQueries plans;
    private final ChangeRecorder changes;

    ChangePlan(PlanQueries plans, ChangeRecorder changes) {
        this.plans = plans;
        this.changes = changes;
    }

    /** The plan, locked until the transaction ends; refused when it is not there, changed meanwhile or retired. */
    public Outcome<Plan> lock(DSLContext transaction, UUID id, int expectedVersion) {
        Plan plan = plans.lock(transaction, id);
        if (plan == null) {
            return Outcome.refused(UserError.notFound("planId", "plan"));
        }
        if (plan.version() != expectedVersion) {
            return Outcome.refused(UserError.staleVersion(expectedVersion, plan.version()));
        }
        if (plan.status() == PlanStatus.RETIRED) {
            return Outcome.refused(
                    UserErrorCode.RETIRED, "planId", "The plan is retired for good: create another one in its place");
        }
        return Outcome.done(plan);
    }

    /** Puts another version up for sale, which makes the plan ACTIVE. */
    public Plan publish(DSLContext transaction, Actor actor, Plan plan, UUID version) {
        PlanRecord change = new PlanRecord();
        change.setStatus(PlanStatus.ACTIVE.name());
        change.setCurrentVersionId(version);
        return write(transaction, actor, PlanEvents.VERSION_PUBLISHED, plan, change);
    }

    /** Takes the plan out of sale. */
    public Plan retire(DSLContext transaction, Actor actor, Plan plan) {
        PlanRecord change = new PlanRecord();
        change.setStatus(PlanStatus.RETIRED.name());
        change.setCurrentVersionId(null);
        return write(transaction, actor, PlanEvents.RETIRED, plan, change);
    }

    /** Says something else of the plan. */
    Plan update(DSLContext transaction, Actor actor, Plan plan, PlanRecord change) {
        return write(transaction, actor, PlanEvents.UPDATE, plan, change);
    }

    /** The plan as the caller may see it now, for the repetition of a change. */
    public @Nullable Plan find(DSLContext transaction, UUID id) {
        return plans.find(transaction, id);
    }

    private Plan write(DSLContext transaction, Actor actor, EventType event, Plan before, PlanRecord change) {
        return changes.changed(transaction, actor, event, before, plans.update(transaction, before.id(), change));
    }
}
