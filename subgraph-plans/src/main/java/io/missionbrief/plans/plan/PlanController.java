package io.missionbrief.plans.plan;

import io.missionbrief.plans.catalogue.Product;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of and about plans. */
@Controller
class PlanController {

    private final PlanQueries plans;
    private final CreatePlan createPlan;
    private final UpdatePlan updatePlan;

    PlanController(PlanQueries plans, CreatePlan createPlan, UpdatePlan updatePlan) {
        this.plans = plans;
        this.createPlan = createPlan;
        this.updatePlan = updatePlan;
    }

    @QueryMapping
    Connection<Plan> plans(
            @Argument @Nullable PlanFilter filter, @Argument @Nullable PlanSort sort, PageRequest page, Actor actor) {
        return plans.page(
                actor,
                Objects.requireNonNullElse(filter, PlanFilter.NONE),
                Objects.requireNonNullElse(sort, PlanSort.NEWEST_FIRST),
                page);
    }

    @QueryMapping
    @Nullable
    Plan plan(@Argument @Nullable String id, @Argument @Nullable String code, Actor actor) {
        if ((id == null) == (code == null)) {
            throw RequestException.badUserInput("id", "Give exactly one of 'id' and 'code'");
        }
        return id != null ? byId(actor, id) : byCode(actor, Objects.requireNonNull(code));
    }

    @MutationMapping
    PlanPayload createPlan(@Argument PlanInput.Create input, Actor actor) {
        return PlanPayload.of(createPlan.execute(actor, input));
    }

    @MutationMapping
    PlanPayload updatePlan(@Argument PlanInput.Update input, Actor actor) {
        return PlanPayload.of(updatePlan.execute(actor, input));
    }

    @SchemaMapping
    CompletableFuture<Product> product(Plan plan, DataLoader<UUID, Product> products) {
        return products.load(plan.productId());
    }

    private @Nullable Plan byId(Actor actor, String id) {
        UUID plan = ObjectId.parse("id", id);
        return plans.byId(actor, Set.of(plan)).get(plan);
    }

    private @Nullable Plan byCode(Actor actor, String code) {
        return PlanCode.parse(code).map(known -> plans.byCode(actor, known)).orElse(null);
    }
}
