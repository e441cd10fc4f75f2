package io.missionbrief.leads.document;

/** Whether a document proves what it should. */
enum DocumentStatus {
    PENDING,
    ACCEPTED,
    REJECTED
}
