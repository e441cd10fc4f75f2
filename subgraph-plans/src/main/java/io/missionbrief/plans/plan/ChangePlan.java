package io.missionbrief.plans.plan;

import static io.missionbrief.plans.jooq.Tables.PLAN;
import static io.missionbrief.plans.plan.PlanQueries.PLANS;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.SeenVersion;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What every change of a plan goes through: one that is retired changes no more. */
@Component
public class ChangePlan {

    private final ChangeVersioned change;
    private final ChangeRecorder changes;

    ChangePlan(ChangeVersioned change, ChangeRecorder changes) {
        this.change = change;
        this.changes = changes;
    }

    /** Takes a plan out of sale; {@code before} does the same with what belongs to it. */
    public Outcome<Plan> retire(Actor actor, Mutation mutation, SeenVersion seen, BiConsumer<DSLContext, Plan> before) {
        return execute(actor, mutation, seen, PlanEvents.RETIRED, (transaction, plan) -> {
            before.accept(transaction, plan);
            return Outcome.done(new ChangedColumns()
                    .set(PLAN.STATUS, PlanStatus.RETIRED.name())
                    .set(PLAN.CURRENT_VERSION_ID, null));
        });
    }

    /** The plan, locked until the transaction ends; refused when it is not there, changed meanwhile or retired. */
    public Outcome<Plan> lock(DSLContext transaction, UUID id, int expectedVersion) {
        return PLANS.lock(transaction, id, expectedVersion).then(ChangePlan::unlessRetired);
    }

    /** Puts another version of a locked plan up for sale, which makes the plan ACTIVE. */
    public Plan publish(DSLContext transaction, Actor actor, Plan locked, UUID version) {
        ChangedColumns columns =
                new ChangedColumns().set(PLAN.STATUS, PlanStatus.ACTIVE.name()).set(PLAN.CURRENT_VERSION_ID, version);
        Plan published = PLANS.update(transaction, locked, columns);
        return changes.changed(transaction, actor, PlanEvents.VERSION_PUBLISHED, locked, published);
    }

    Outcome<Plan> execute(
            Actor actor,
            Mutation mutation,
            SeenVersion seen,
            EventType event,
            BiFunction<DSLContext, Plan, Outcome<ChangedColumns>> columns) {
        return change.execute(
                actor,
                mutation,
                PLANS,
                seen,
                event,
                (transaction, plan) -> unlessRetired(plan).then(changeable -> columns.apply(transaction, changeable)));
    }

    private static Outcome<Plan> unlessRetired(Plan plan) {
        return plan.status() == PlanStatus.RETIRED
                ? Outcome.refused(
                        UserErrorCode.RETIRED,
                        "planId",
                        "The plan is retired for good: create another one in its place")
                : Outcome.done(plan);
    }
}
