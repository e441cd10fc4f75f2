package io.missionbrief.offers.quote;

/**
 * One step from a list price to what is charged.
 *
 * @param description for people
 * @param minor what it adds, in minor units of the line's currency; negative when it takes away
 */
public record PriceStep(String description, long minor) {}
