package io.missionbrief.leads.imports;

import io.missionbrief.leads.imports.LeadImportQueries.ReportPage;
import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.Connection;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loader by which reports are reached, with one statement for each distinct page of a level. */
@Component
class LeadImportLoaders {

    LeadImportLoaders(BatchLoaderRegistry registry, LeadImportQueries imports) {
        registry.<ReportPage, Connection<LeadImportReportLine>>forName("reportsOfImports")
                .registerMappedBatchLoader(ActorBatch.of(imports::reports));
    }
}
