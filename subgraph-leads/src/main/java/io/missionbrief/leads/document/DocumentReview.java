package io.missionbrief.leads.document;

/** What can be said of a document. */
enum DocumentReview {
    ACCEPTED,
    REJECTED;

    DocumentState state() {
        return switch (this) {
            case ACCEPTED -> DocumentState.ACCEPTED;
            case REJECTED -> DocumentState.REJECTED;
        };
    }
}
