package io.missionbrief.leads.imports;

/** What can make a line a duplicate of a lead. */
enum LeadImportDuplicateKey {
    EXTERNAL_REFERENCE,
    EMAIL,
    PHONE
}
