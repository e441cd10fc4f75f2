package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.json.JsonDocument;
import java.util.List;
import java.util.UUID;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loaders by which nested fields reach leads and what lies beside them, with one statement for all of a level. */
@Component
class LeadLoaders {

    LeadLoaders(BatchLoaderRegistry registry, LeadQueries leads, FindDuplicates findDuplicates) {
        registry.forTypePair(UUID.class, Lead.class).registerMappedBatchLoader(ActorBatch.of(leads::byIds));
        registry.<UUID, JsonDocument>forName("rawOfLeads").registerMappedBatchLoader(ActorBatch.of(leads::raw));
        registry.<UUID, List<Lead>>forName("duplicatesOfLeads")
                .registerMappedBatchLoader(ActorBatch.of(findDuplicates::of));
    }
}
