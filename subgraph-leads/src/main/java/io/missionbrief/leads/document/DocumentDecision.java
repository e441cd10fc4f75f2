package io.missionbrief.leads.document;

/** How a document can be decided. */
enum DocumentDecision {
    ACCEPTED,
    REJECTED;

    DocumentStatus status() {
        return switch (this) {
            case ACCEPTED -> DocumentStatus.ACCEPTED;
            case REJECTED -> DocumentStatus.REJECTED;
        };
    }
}
