package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Locks a quote for a change by somebody who knows its present version. */
final class LockQuote {

    private LockQuote() {}

    static Outcome<Quote> execute(DSLContext transaction, QuoteQueries queries, UUID id, int expectedVersion) {
        @Nullable Quote quote = queries.findForUpdate(transaction, id);
        if (quote == null) {
            return Outcome.refused(UserError.notFound("quoteId", "quote"));
        }
        return quote.version() == expectedVersion
                ? Outcome.done(quote)
                : Outcome.refused(UserError.staleVersion(expectedVersion, quote.version()));
    }
}
