package io.missionbrief.leads.application;

/** What applications can be sorted by. */
enum ApplicationSortField {
    CREATED_AT,
    UPDATED_AT
}
