package io.missionbrief.offers.quote;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One step from a list price to what is charged. The table keeps it as JSON under the names that stand here.
 *
 * @param description for people
 * @param minor what it adds, in minor units of the line's currency; negative when it takes away
 */
public record PriceStep(
        @JsonProperty("description") String description,
        @JsonProperty("minor") long minor) {}
