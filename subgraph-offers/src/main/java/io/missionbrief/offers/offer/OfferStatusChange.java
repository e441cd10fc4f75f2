package io.missionbrief.offers.offer;

import io.missionbrief.offers.lead.Lead;
import io.missionbrief.subgraph.event.Event;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A step of an offer from one status to another, with the values of that moment.
 *
 * @param cursor where the event stands in the stream of events
 * @param previousStatus before the step; null where nothing was before
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

    /** The step that an event tells of. */
    static OfferStatusChange of(Event event) {
        Offer offer = OfferState.read(event);
        JsonNode before = event.changes().path("status").path("before");
        return new OfferStatusChange(
                event.cursor().encoded(),
                offer.status(),
                before.isString() ? OfferStatus.valueOf(before.asString()) : null,
                event.objectVersion(),
                event.occurredAt(),
                offer);
    }

    public Lead lead() {
        return offer.lead();
    }
}
