package io.missionbrief.offers.offer;

import io.missionbrief.offers.lead.Lead;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A step of an offer from one status to another, with the values of that moment.
 *
 * @param cursor where the event stands in the stream of events
 * @param previousStatus null when the offer was made
 * @param version the version of the offer after the step
 * @param offer the offer after the step
 */
record OfferStatusChange(
        String cursor,
        OfferStatus status,
        @Nullable OfferStatus previousStatus,
        int version,
        OffsetDateTime occurredAt,
        Offer offer) {

    public Lead lead() {
        return offer.lead();
    }
}
