package io.missionbrief.offers.quote;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code reviseQuote}. */
record ReviseQuoteInput(
        String quoteId,
        int expectedVersion,
        List<QuoteLineInput> lines,
        @Nullable OffsetDateTime validUntil,
        @Nullable String note,
        @Nullable String idempotencyKey) {

    RevisionInput revision() {
        return new RevisionInput(lines, validUntil, note);
    }
}
