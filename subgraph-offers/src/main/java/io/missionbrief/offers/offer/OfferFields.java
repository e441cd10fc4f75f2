package io.missionbrief.offers.offer;

import io.missionbrief.offers.lead.Application;
import io.missionbrief.offers.lead.Lead;
import io.missionbrief.offers.quote.Quote;
import io.missionbrief.offers.quote.QuoteLine;
import io.missionbrief.subgraph.event.Event;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;

/** The fields that lead from one object to others, each read by one statement however many objects there are. */
@Controller
class OfferFields {

    @SchemaMapping
    CompletableFuture<Quote> quote(Offer offer, DataLoader<UUID, Quote> quoteById) {
        return quoteById.load(offer.quoteId());
    }

    /** An offer of the stream of events has its lines with it, and costs no statement. */
    @SchemaMapping
    CompletableFuture<List<QuoteLine>> lines(Offer offer, DataLoader<UUID, List<QuoteLine>> linesOfRevision) {
        ToldOffer told = offer.told();
        return told == null
                ? linesOfRevision.load(offer.revisionId())
                : CompletableFuture.completedFuture(told.lines());
    }

    @SchemaMapping
    CompletableFuture<@Nullable String> terms(Offer offer, DataLoader<Event, Event> openedEvent) {
        return text(offer, offer.terms(), "terms", openedEvent);
    }

    @SchemaMapping
    CompletableFuture<@Nullable String> statusReason(Offer offer, DataLoader<Event, Event> openedEvent) {
        return text(offer, offer.statusReason(), "statusReason", openedEvent);
    }

    /** A text of an offer of the stream of events is sealed, and is opened when it is selected, by one statement. */
    private static CompletableFuture<@Nullable String> text(
            Offer offer, @Nullable String ofRow, String field, DataLoader<Event, Event> openedEvent) {
        ToldOffer told = offer.told();
        if (told == null || told.event().state().path(field).isNull()) {
            return CompletableFuture.completedFuture(ofRow);
        }
        return openedEvent.load(told.event()).thenApply(opened -> {
            JsonNode text = opened.state().path(field);
            return text.isNull() ? null : text.asString();
        });
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
}
