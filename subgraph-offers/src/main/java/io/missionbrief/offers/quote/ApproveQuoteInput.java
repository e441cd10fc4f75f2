package io.missionbrief.offers.quote;

import org.jspecify.annotations.Nullable;

/** The input of {@code approveQuote}. */
record ApproveQuoteInput(
        String quoteId, int expectedVersion, @Nullable String idempotencyKey) {}
