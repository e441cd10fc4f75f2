package io.missionbrief.leads.application;

import io.missionbrief.leads.lead.Lead;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** From a lead to its applications and back: by one statement each, however many are on the page. */
@Controller
class LeadApplicationsController {

    @SchemaMapping(typeName = "Lead")
    CompletableFuture<Connection<Application>> applications(
            Lead lead, PageRequest page, DataLoader<ChildPage<UUID>, Connection<Application>> applicationsOfLeads) {
        return applicationsOfLeads.load(new ChildPage<>(lead.id(), page));
    }

    @SchemaMapping(typeName = "Application")
    CompletableFuture<@Nullable Lead> lead(Application application, DataLoader<UUID, @Nullable Lead> leads) {
        return leads.load(application.leadId());
    }
}
