package io.missionbrief.offers.quote;

import static io.missionbrief.offers.quote.QuoteQueries.QUOTES;

import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Queries and mutations of quotes. */
@Controller
class QuoteController {

    private final TenantDatabase database;
    private final Pages pages;
    private final CreateQuote createQuote;
    private final ReviseQuote reviseQuote;
    private final ApproveQuote approveQuote;

    QuoteController(
            TenantDatabase database,
            Pages pages,
            CreateQuote createQuote,
            ReviseQuote reviseQuote,
            ApproveQuote approveQuote) {
        this.database = database;
        this.pages = pages;
        this.createQuote = createQuote;
        this.reviseQuote = reviseQuote;
        this.approveQuote = approveQuote;
    }

    @QueryMapping
    @Nullable
    Quote quote(@Argument String id, Actor actor) {
        UUID quoteId = ObjectId.parse("id", id);
        return database.<@Nullable Quote>read(actor, query -> QUOTES.find(query, quoteId));
    }

    @QueryMapping
    Connection<Quote> quotes(
            @Argument @Nullable QuoteFilter filter, @Argument @Nullable QuoteSort sort, PageRequest page, Actor actor) {
        return pages.page(
                actor,
                QuoteSort.keyset(sort),
                filter == null ? DSL.noCondition() : filter.condition(),
                page,
                Quote::of);
    }

    @MutationMapping
    QuotePayload createQuote(@Argument CreateQuoteInput input, Actor actor) {
        return QuotePayload.of(createQuote.execute(actor, input));
    }

    @MutationMapping
    QuotePayload reviseQuote(@Argument ReviseQuoteInput input, Actor actor) {
        return QuotePayload.of(reviseQuote.execute(actor, input));
    }

    @MutationMapping
    QuotePayload approveQuote(@Argument ApproveQuoteInput input, Actor actor) {
        return QuotePayload.of(approveQuote.execute(actor, input));
    }
}
