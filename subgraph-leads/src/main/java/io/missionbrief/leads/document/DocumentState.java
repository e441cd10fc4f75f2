package io.missionbrief.leads.document;

/** Whether a document proves what it should. */
enum DocumentState {
    PENDING,
    ACCEPTED,
    REJECTED
}
