package io.missionbrief.leads.check;

/** What can come out of a check. */
enum CheckOutcome {
    PASSED,
    FAILED,
    INCONCLUSIVE;

    CheckResult result() {
        return switch (this) {
            case PASSED -> CheckResult.PASSED;
            case FAILED -> CheckResult.FAILED;
            case INCONCLUSIVE -> CheckResult.INCONCLUSIVE;
        };
    }
}
