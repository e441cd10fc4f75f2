package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;
import static io.missionbrief.offers.jooq.Tables.QUOTE_REVISION;

import io.missionbrief.offers.jooq.tables.records.QuoteRevisionRecord;
import io.missionbrief.offers.lead.Application;
import io.missionbrief.offers.lead.Lead;
import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** The fields that lead from one object to others, each read by one statement however many objects there are. */
@Controller
class QuoteFields {

    private static final Keyset<QuoteRevisionRecord> LATEST_FIRST =
            Keyset.of(QUOTE_REVISION, QUOTE_REVISION.NUMBER.desc(), QUOTE_REVISION.ID.desc());

    private final Pages pages;

    QuoteFields(BatchLoaderRegistry registry, TenantDatabase database, Pages pages) {
        this.pages = pages;
        registry.<UUID, Quote>forName("quoteById")
                .registerMappedBatchLoader(
                        ActorBatch.of((actor, ids) -> database.read(actor, query -> QuoteQueries.byIds(query, ids))));
        registry.<RevisionName, QuoteRevision>forName("revisionByName")
                .registerMappedBatchLoader(ActorBatch.of(
                        (actor, names) -> database.read(actor, query -> RevisionQueries.named(query, names))));
        registry.<UUID, List<QuoteLine>>forName("linesOfRevision")
                .registerMappedBatchLoader(ActorBatch.of(
                        (actor, ids) -> database.read(actor, query -> RevisionQueries.lines(query, ids))));
        registry.<ChildPage<UUID>, Connection<QuoteRevision>>forName("revisionsOfQuote")
                .registerMappedBatchLoader(ActorBatch.of((actor, wanted) -> pages.pages(
                        actor, LATEST_FIRST, QUOTE_REVISION.QUOTE_ID, DSL.noCondition(), wanted, QuoteRevision::of)));
        registry.<ChildPage<UUID>, Connection<Quote>>forName("quotesOfLead")
                .registerMappedBatchLoader(ActorBatch.of((actor, wanted) -> below(QUOTE.LEAD_ID, actor, wanted)));
        registry.<ChildPage<UUID>, Connection<Quote>>forName("quotesOfApplication")
                .registerMappedBatchLoader(
                        ActorBatch.of((actor, wanted) -> below(QUOTE.APPLICATION_ID, actor, wanted)));
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
    CompletableFuture<QuoteRevision> currentRevision(
            Quote quote, DataLoader<RevisionName, QuoteRevision> revisionByName) {
        return revisionByName.load(new RevisionName(quote.id(), quote.currentRevisionNumber()));
    }

    @SchemaMapping
    CompletableFuture<Connection<QuoteRevision>> revisions(
            Quote quote, PageRequest page, DataLoader<ChildPage<UUID>, Connection<QuoteRevision>> revisionsOfQuote) {
        return revisionsOfQuote.load(new ChildPage<>(quote.id(), page));
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

    @SchemaMapping
    CompletableFuture<Connection<Quote>> quotes(
            Application application,
            PageRequest page,
            DataLoader<ChildPage<UUID>, Connection<Quote>> quotesOfApplication) {
        return quotesOfApplication.load(new ChildPage<>(application.id(), page));
    }

    private Map<ChildPage<UUID>, Connection<Quote>> below(
            TableField<?, UUID> parent, Actor actor, Set<ChildPage<UUID>> wanted) {
        return pages.pages(actor, QuoteSort.NEWEST_FIRST, parent, DSL.noCondition(), wanted, Quote::of);
    }
}
