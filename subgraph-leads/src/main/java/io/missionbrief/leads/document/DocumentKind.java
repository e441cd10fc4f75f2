package io.missionbrief.leads.document;

/** What a document proves. */
enum DocumentKind {
    IDENTITY,
    ADDRESS,
    INCOME,
    BANK_STATEMENT,
    CONTRACT,
    OTHER
}
