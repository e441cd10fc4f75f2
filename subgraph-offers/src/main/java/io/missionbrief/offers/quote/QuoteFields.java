package io.missionbrief.offers.quote;

import io.missionbrief.offers.lead.Application;
import io.missionbrief.offers.lead.Lead;
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

/** The fields that lead from one object to others, each read by one statement however many objects there are. */
@Controller
class QuoteFields {

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
}
