package io.missionbrief.leads.imports;

import io.missionbrief.leads.imports.LeadImportQueries.ReportPage;
import io.missionbrief.leads.lead.Lead;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Imports and their reports, and the mutations that begin them. */
@Controller
class LeadImportController {

    private final LeadImportQueries imports;
    private final StartLeadImport startLeadImport;
    private final ContinueLeadImport continueLeadImport;
    private final UploadUrl urls;

    LeadImportController(
            LeadImportQueries imports,
            StartLeadImport startLeadImport,
            ContinueLeadImport continueLeadImport,
            UploadUrl urls) {
        this.imports = imports;
        this.startLeadImport = startLeadImport;
        this.continueLeadImport = continueLeadImport;
        this.urls = urls;
    }

    @QueryMapping
    @Nullable
    LeadImport leadImport(@Argument String id, Actor actor) {
        return imports.byId(actor, ObjectId.parse("id", id));
    }

    @QueryMapping
    Connection<LeadImport> leadImports(@Argument @Nullable LeadImportFilter filter, PageRequest page, Actor actor) {
        return imports.page(actor, filter == null ? DSL.noCondition() : filter.condition(), page);
    }

    @MutationMapping
    LeadImportPayload startLeadImport(@Argument StartLeadImportInput input, Actor actor) {
        return LeadImportPayload.of(urls, actor, startLeadImport.execute(actor, input));
    }

    @MutationMapping
    LeadImportPayload continueLeadImport(@Argument ContinueLeadImportInput input, Actor actor) {
        return LeadImportPayload.of(urls, actor, continueLeadImport.execute(actor, input));
    }

    @SchemaMapping(typeName = "LeadImport")
    CompletableFuture<Connection<LeadImportReportLine>> report(
            LeadImport leadImport,
            @Argument @Nullable LeadImportReportFilter filter,
            PageRequest page,
            DataLoader<ReportPage, Connection<LeadImportReportLine>> reportsOfImports) {
        return reportsOfImports.load(new ReportPage(new ChildPage<>(leadImport.id(), page), filter));
    }

    @SchemaMapping(typeName = "LeadImportReportLine")
    CompletableFuture<@Nullable Lead> duplicateOf(
            LeadImportReportLine reportLine, DataLoader<UUID, @Nullable Lead> leads) {
        UUID lead = reportLine.duplicateOfId();
        return lead == null ? CompletableFuture.completedFuture(null) : leads.load(lead);
    }
}
