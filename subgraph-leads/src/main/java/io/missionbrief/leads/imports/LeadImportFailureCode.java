package io.missionbrief.leads.imports;

/** Why an import can fail. */
enum LeadImportFailureCode {
    EMPTY_FILE,
    NO_HEADER,
    WRONG_ENCODING,
    UNCLOSED_QUOTE,
    MALFORMED_QUOTE,
    LINE_TOO_LONG,
    FILE_TOO_LARGE,
    OTHER_FILE,
    CONNECTION_CUT,
    INTERRUPTED,
    SERVICE_UNAVAILABLE,
    INTERNAL
}
