package io.missionbrief.leads.check;

/** What is checked. */
enum CheckKind {
    IDENTITY,
    ADDRESS,
    INCOME,
    CREDIT,
    SANCTIONS,
    OTHER
}
