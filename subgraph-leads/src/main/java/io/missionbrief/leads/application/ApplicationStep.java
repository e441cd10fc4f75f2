package io.missionbrief.leads.application;

/** The steps of an application that have no mutation of their own. */
enum ApplicationStep {
    UNDER_REVIEW,
    WITHDRAWN;

    ApplicationStatus status() {
        return switch (this) {
            case UNDER_REVIEW -> ApplicationStatus.UNDER_REVIEW;
            case WITHDRAWN -> ApplicationStatus.WITHDRAWN;
        };
    }
}
