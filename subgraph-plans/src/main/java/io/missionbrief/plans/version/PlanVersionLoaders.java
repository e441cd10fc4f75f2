package io.missionbrief.plans.version;

import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import java.util.UUID;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loaders by which nested fields reach plan versions, with one statement for all objects of a level. */
@Component
class PlanVersionLoaders {

    PlanVersionLoaders(BatchLoaderRegistry registry, PlanVersionQueries versions) {
        registry.forTypePair(UUID.class, PlanVersion.class).registerMappedBatchLoader(ActorBatch.of(versions::byId));
        registry.<ChildPage<UUID>, Connection<PlanVersion>>forName("versionsOfPlan")
                .registerMappedBatchLoader(ActorBatch.of(versions::ofPlans));
    }
}
