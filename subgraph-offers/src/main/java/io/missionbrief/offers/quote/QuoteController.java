package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Queries and mutations of quotes. */
@Controller
class QuoteController {

    private final QuoteQueries quotes;
    private final CreateQuote createQuote;
    private final ReviseQuote reviseQuote;
    private final ApproveQuote approveQuote;

    QuoteController(QuoteQueries quotes, CreateQuote createQuote, ReviseQuote reviseQuote, ApproveQuote approveQuote) {
        this.quotes = quotes;
        this.createQuote = createQuote;
        this.reviseQuote = reviseQuote;
        this.approveQuote = approveQuote;
    }

    @QueryMapping
    @Nullable
    Quote quote(@Argument String id, Actor actor) {
        return quotes.byId(actor, ObjectId.parse("id", id));
    }

    @QueryMapping
    Connection<Quote> quotes(
            @Argument @Nullable QuoteFilter filter, @Argument @Nullable QuoteSort sort, PageRequest page, Actor actor) {
        return quotes.page(actor, filter, sort, page);
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
