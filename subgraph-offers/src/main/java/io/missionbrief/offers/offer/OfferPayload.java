package io.missionbrief.offers.offer;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every mutation of an offer answers. */
record OfferPayload(@Nullable Offer offer, List<UserError> userErrors) {

    static OfferPayload of(Outcome<Offer> outcome) {
        return outcome.fold(offer -> new OfferPayload(offer, List.of()), errors -> new OfferPayload(null, errors));
    }
}
