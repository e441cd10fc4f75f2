package io.missionbrief.leads.application;

import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import java.util.UUID;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loader by which nested fields reach applications, with one statement for each distinct page of a level. */
@Component
class ApplicationLoaders {

    ApplicationLoaders(BatchLoaderRegistry registry, ApplicationQueries applications) {
        registry.<ChildPage<UUID>, Connection<Application>>forName("applicationsOfLeads")
                .registerMappedBatchLoader(ActorBatch.of(applications::ofLeads));
    }
}
