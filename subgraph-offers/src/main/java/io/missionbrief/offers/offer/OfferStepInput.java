package io.missionbrief.offers.offer;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/**
 * The input of each mutation that moves an offer to its next status.
 *
 * @param reason null for steps that take none
 */
record OfferStepInput(
        String offerId,
        int expectedVersion,
        @Nullable String reason,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(offerId, expectedVersion);
    }
}
