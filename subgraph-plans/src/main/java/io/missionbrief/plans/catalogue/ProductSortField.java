package io.missionbrief.plans.catalogue;

/** What products can be sorted by. */
enum ProductSortField {
    NAME,
    CODE
}
