package io.missionbrief.plans.version;

import io.missionbrief.plans.plan.Plan;
import io.missionbrief.plans.plan.PlanPayload;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
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

/** The fields of and about plan versions, and the mutations that begin and end the sale of a plan. */
@Controller
class PlanVersionController {

    private final PlanVersionQueries versions;
    private final PublishPlanVersion publishPlanVersion;
    private final RetirePlan retirePlan;

    PlanVersionController(PlanVersionQueries versions, PublishPlanVersion publishPlanVersion, RetirePlan retirePlan) {
        this.versions = versions;
        this.publishPlanVersion = publishPlanVersion;
        this.retirePlan = retirePlan;
    }

    @QueryMapping
    @Nullable
    PlanVersion planVersion(@Argument String id, Actor actor) {
        UUID version = ObjectId.parse("id", id);
        return versions.byId(actor, Set.of(version)).get(version);
    }

    @MutationMapping
    PublishPlanVersionPayload publishPlanVersion(@Argument PublishPlanVersionInput input, Actor actor) {
        return PublishPlanVersionPayload.of(publishPlanVersion.execute(actor, input));
    }

    @MutationMapping
    PlanPayload retirePlan(@Argument RetirePlanInput input, Actor actor) {
        return PlanPayload.of(retirePlan.execute(actor, input));
    }

    @SchemaMapping
    CompletableFuture<Connection<PlanVersion>> versions(
            Plan plan, PageRequest page, DataLoader<ChildPage<UUID>, Connection<PlanVersion>> versionsOfPlan) {
        return versionsOfPlan.load(new ChildPage<>(plan.id(), page));
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<PlanVersion> currentVersion(Plan plan, DataLoader<UUID, PlanVersion> versions) {
        return plan.currentVersionId() == null ? null : versions.load(plan.currentVersionId());
    }

    @SchemaMapping
    CompletableFuture<Plan> plan(PlanVersion version, DataLoader<UUID, Plan> plans) {
        return plans.load(version.planId());
    }
}
