package io.missionbrief.offers.quote;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a quote is to say, as the schema takes it for its first revision and for each further one.
 *
 * @param validUntil null for 30 days from when it is made
 */
record RevisionInput(
        List<QuoteLineInput> lines,
        @Nullable OffsetDateTime validUntil,
        @Nullable String note) {}
