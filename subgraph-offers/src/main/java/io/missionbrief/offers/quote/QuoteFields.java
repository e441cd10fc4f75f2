package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.offers.lead.Application;
import io.missionbrief.offers.lead.Lead;
import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** The fields that lead from one object to others, each read by one statement however many objects there are. */
@Controller
class QuoteFields {

    QuoteFields(BatchLoaderRegistry registry, TenantDatabase database, QuoteQueries queries, Pages pages) {
        registry.<UUID, Quote>forName("quoteById")
                .registerMappedBatchLoader(
                        ActorBatch.of((actor, ids) -> database.read(actor, query -> queries.findAll(query, ids))));
        registry.<UUID, List<QuoteRevision>>forName("revisionsOfQuote")
                .registerMappedBatchLoader(ActorBatch.of(
                        (actor, quotes) -> database.read(actor, query -> queries.revisions(query, quotes))));
        registry.<UUID, List<QuoteLine>>forName("linesOfRevision")
                .registerMappedBatchLoader(ActorBatch.of(
                        (actor, revisions) -> database.read(actor, query -> queries.lines(query, revisions))));
        registry.<ChildPage<UUID>, Connection<Quote>>forName("quotesOfLead")
                .registerMappedBatchLoader(ActorBatch.of((actor, wanted) -> pages.pages(
                        actor, QuoteSort.NEWEST_FIRST, QUOTE.LEAD_ID, DSL.noCondition(), wanted, QuoteQueries::quote)));
    }

    @SchemaMapping
    Lead lead(Quote quote) {
        return new Lead(quote.leadId());
    }

    @SchemaMapping
    @Nullable
    Application application(Quote quote) {
        return quote.applicationId() == null ? null : new Application(quote.applicationId());
    }

    @SchemaMapping
    CompletableFuture<List<QuoteRevision>> revisions(
            Quote quote, DataLoader<UUID, List<QuoteRevision>> revisionsOfQuote) {
        return revisionsOfQuote.load(quote.id());
    }

    @SchemaMapping
    CompletableFuture<QuoteRevision> currentRevision(
            Quote quote, DataLoader<UUID, List<QuoteRevision>> revisionsOfQuote) {
        return revisionsOfQuote.load(quote.id()).thenApply(List::getFirst);
    }

    @SchemaMapping
    CompletableFuture<List<QuoteLine>> lines(
            QuoteRevision revision, DataLoader<UUID, List<QuoteLine>> linesOfRevision) {
        return linesOfRevision.load(revision.id());
    }

    @SchemaMapping
    CompletableFuture<Connection<Quote>> quotes(
            Lead lead, PageRequest page, DataLoader<ChildPage<UUID>, Connection<Quote>> quotesOfLead) {
        return quotesOfLead.load(new ChildPage<>(lead.id(), page));
    }
}
