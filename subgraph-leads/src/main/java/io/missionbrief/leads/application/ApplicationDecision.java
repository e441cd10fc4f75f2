package io.missionbrief.leads.application;

/** How an application can be decided. */
enum ApplicationDecision {
    APPROVED,
    REJECTED;

    ApplicationStatus status() {
        return switch (this) {
            case APPROVED -> ApplicationStatus.APPROVED;
            case REJECTED -> ApplicationStatus.REJECTED;
        };
    }
}
