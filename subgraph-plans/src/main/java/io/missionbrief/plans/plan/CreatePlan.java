package io.missionbrief.plans.plan;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.plans.workspaceproduct.SoldProducts;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Makes a plan of a product that the workspace sells. */
@Service
class CreatePlan {

    private final Mutations mutations;
    private final PlanQueries plans;
    private final SoldProducts products;
    private final ChangeRecorder changes;

    CreatePlan(Mutations mutations, PlanQueries plans, SoldProducts products, ChangeRecorder changes) {
        this.mutations = mutations;
        this.plans = plans;
        this.products = products;
        this.changes = changes;
    }

    Outcome<Plan> execute(Actor actor, PlanInput.Create input) {
        UUID product = ObjectId.parse("input.productId", input.productId());
        return input.check()
                .then(() -> mutations.run(
                        actor,
                        new Mutation("createPlan", input.idempotencyKey(), input),
                        transaction -> products.require(transaction, product, "productId")
                                .then(sold -> create(transaction, actor, input.row(sold))),
                        Plan::id,
                        PlanQueries.PLANS::find));
    }

    private Outcome<Plan> create(DSLContext transaction, Actor actor, PlanRecord row) {
        Plan created = plans.insert(transaction, row);
        return created == null
                ? Outcome.refused(
                        UserErrorCode.ALREADY_EXISTS,
                        "code",
                        "This workspace has a plan with the code " + row.getCode() + ": choose another one")
                : Outcome.done(changes.created(transaction, actor, PlanEvents.CREATED, created));
    }
}
