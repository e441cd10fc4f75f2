package io.missionbrief.plans.price;

/** A quantity of a plan version to be priced. */
record PlanPriceInput(String planVersionId, int quantity) {}
