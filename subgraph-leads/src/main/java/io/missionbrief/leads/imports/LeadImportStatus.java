package io.missionbrief.leads.imports;

/** How far an import has come. */
enum LeadImportStatus {
    WAITING,
    RUNNING,
    COMPLETED,
    FAILED
}
