package io.missionbrief.leads.check;

/** What came out of a check. */
enum CheckResult {
    PENDING,
    PASSED,
    FAILED,
    INCONCLUSIVE
}
