package io.missionbrief.plans.plan;

import io.missionbrief.subgraph.graphql.ActorBatch;
import java.util.UUID;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loader by which nested fields reach plans, with one statement for all objects of a level. */
@Component
class PlanLoaders {

    PlanLoaders(BatchLoaderRegistry registry, PlanQueries plans) {
        registry.forTypePair(UUID.class, Plan.class).registerMappedBatchLoader(ActorBatch.of(plans::byId));
    }
}
