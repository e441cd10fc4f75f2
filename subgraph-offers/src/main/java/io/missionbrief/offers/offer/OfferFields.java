package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;

import io.missionbrief.offers.lead.Application;
import io.missionbrief.offers.lead.Lead;
import io.missionbrief.offers.quote.Quote;
import io.missionbrief.offers.quote.QuoteLine;
import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** The fields that lead from one object to others, each read by one statement however many objects there are. */
@Controller
class OfferFields {

    private final Pages pages;

    OfferFields(BatchLoaderRegistry registry, Pages pages) {
        this.pages = pages;
        registry.<ChildPage<UUID>, Connection<Offer>>forName("offersOfQuote")
                .registerMappedBatchLoader(ActorBatch.of((actor, wanted) -> below(OFFER.QUOTE_ID, actor, wanted)));
        registry.<ChildPage<UUID>, Connection<Offer>>forName("offersOfLead")
                .registerMappedBatchLoader(ActorBatch.of((actor, wanted) -> below(OFFER.LEAD_ID, actor, wanted)));
        registry.<ChildPage<UUID>, Connection<Offer>>forName("offersOfApplication")
                .registerMappedBatchLoader(
                        ActorBatch.of((actor, wanted) -> below(OFFER.APPLICATION_ID, actor, wanted)));
    }

    @SchemaMapping
    CompletableFuture<Quote> quote(Offer offer, DataLoader<UUID, Quote> quoteById) {
        return quoteById.load(offer.quoteId());
    }

    /** An offer of the stream of events has its lines with it, and costs no statement. */
    @SchemaMapping
    CompletableFuture<List<QuoteLine>> lines(Offer offer, DataLoader<UUID, List<QuoteLine>> linesOfRevision) {
        List<QuoteLine> known = offer.knownLines();
        return known == null ? linesOfRevision.load(offer.revisionId()) : CompletableFuture.completedFuture(known);
    }

    @SchemaMapping
    CompletableFuture<Connection<Offer>> offers(
            Quote quote, PageRequest page, DataLoader<ChildPage<UUID>, Connection<Offer>> offersOfQuote) {
        return offersOfQuote.load(new ChildPage<>(quote.id(), page));
    }

    @SchemaMapping
    CompletableFuture<Connection<Offer>> offers(
            Lead lead, PageRequest page, DataLoader<ChildPage<UUID>, Connection<Offer>> offersOfLead) {
        return offersOfLead.load(new ChildPage<>(lead.id(), page));
    }

    @SchemaMapping
    CompletableFuture<Connection<Offer>> offers(
            Application application,
            PageRequest page,
            DataLoader<ChildPage<UUID>, Connection<Offer>> offersOfApplication) {
        return offersOfApplication.load(new ChildPage<>(application.id(), page));
    }

    private Map<ChildPage<UUID>, Connection<Offer>> below(
            TableField<?, UUID> parent, Actor actor, Set<ChildPage<UUID>> wanted) {
        return pages.pages(actor, OfferSort.NEWEST_FIRST, parent, DSL.noCondition(), wanted, OfferQueries::offer);
    }
}
