package io.missionbrief.offers.offer;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The input of {@code createOffer}. */
record CreateOfferInput(
        String quoteId,
        @Nullable String terms,
        @Nullable OffsetDateTime expiresAt,
        @Nullable String idempotencyKey) {}
