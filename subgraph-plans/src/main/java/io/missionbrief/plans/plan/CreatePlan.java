package io.missionbrief.plans.plan;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.plans.workspaceproduct.SoldProducts;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.json.JsonDocument;
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

    Outcome<Plan> execute(Actor actor, CreatePlanInput input) {
        UUID product = ObjectId.parse("input.productId", input.productId());
        return input.check()
                .then(() -> mutations.run(
                        actor,
                        new Mutation("createPlan", input.idempotencyKey(), input),
                        transaction -> products.require(transaction, product, "productId")
                                .then(sold -> create(transaction, actor, row(sold, input))),
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

    private static PlanRecord row(UUID product, CreatePlanInput input) {
        PlanRecord row = new PlanRecord();
        row.setProductId(product);
        row.setCode(PlanCode.parse(input.code()).orElseThrow().value());
        row.setName(input.name().strip());
        row.setDescription(Text.orNull(input.description()));
        row.setBillingPeriod(input.billingPeriod().name());
        row.setFeatures(JsonDocument.ofInput(input.features()).column());
        row.setActiveFrom(input.activeFrom());
        row.setActiveUntil(input.activeUntil());
        return row;
    }
}
