package io.missionbrief.leads.check;

/** What can come out of a check. */
enum CheckResult {
    PASSED,
    FAILED,
    INCONCLUSIVE
}
