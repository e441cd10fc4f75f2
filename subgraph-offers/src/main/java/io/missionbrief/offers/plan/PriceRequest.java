package io.missionbrief.offers.plan;

import java.util.UUID;

/**
 * A question for a price.
 *
 * @param quantity how many units, 1 to 1,000,000
 */
public record PriceRequest(UUID planVersionId, int quantity) {}
