package io.missionbrief.leads.imports;

/** What can keep a line from becoming a lead. */
enum LeadImportReportCode {
    DUPLICATE,
    INVALID_VALUE,
    UNKNOWN_VALUE,
    MISSING_VALUE,
    FORMULA,
    WRONG_NUMBER_OF_VALUES,
    NOTHING_TO_IDENTIFY
}
