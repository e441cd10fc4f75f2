package io.missionbrief.plans.price;

/** Which amount of a price a component is part of; ROUNDING: of the recurring one. */
enum PlanPriceComponentKind {
    SETUP,
    RECURRING,
    ROUNDING
}
