package io.missionbrief.offers.quote;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code createQuote}. */
record CreateQuoteInput(
        String leadId,
        @Nullable String applicationId,
        List<QuoteLineInput> lines,
        @Nullable OffsetDateTime validUntil,
        @Nullable String note,
        @Nullable String idempotencyKey) {

    RevisionInput revision() {
        return new RevisionInput(lines, validUntil, note);
    }
}
