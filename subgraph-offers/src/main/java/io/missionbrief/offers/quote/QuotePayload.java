package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every mutation of a quote answers. */
record QuotePayload(@Nullable Quote quote, List<UserError> userErrors) {

    static QuotePayload of(Outcome<Quote> outcome) {
        return outcome.fold(quote -> new QuotePayload(quote, List.of()), errors -> new QuotePayload(null, errors));
    }
}
