package io.missionbrief.leads.lead;

/** What leads can be sorted by. */
enum LeadSortField {
    CREATED_AT,
    UPDATED_AT,
    NAME,
    SCORE
}
