package io.missionbrief.plans.version;

/** How tiers apply to a quantity. */
public enum PriceTierMode {
    /** Each unit costs what its own tier says. */
    GRADUATED,
    /** Every unit costs what the tier of the whole quantity says. */
    VOLUME
}
