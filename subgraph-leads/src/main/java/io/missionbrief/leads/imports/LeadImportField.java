package io.missionbrief.leads.imports;

/** What of a lead an import can fill. */
enum LeadImportField {
    NAME,
    EMAIL,
    PHONE,
    COMPANY,
    EXTERNAL_REFERENCE,
    SOURCE,
    SOURCE_DETAIL,
    STATUS,
    STATUS_REASON,
    OWNER_ID,
    TAGS,
    SCORE,
    CONSENT,
    CONSENT_SOURCE,
    FIELD
}
