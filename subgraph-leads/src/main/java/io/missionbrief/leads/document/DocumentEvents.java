package io.missionbrief.leads.document;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a document. */
final class DocumentEvents {

    /** It was noted. */
    static final EventType ADDED = new EventType("ApplicationDocument.Added");

    /** It was accepted or rejected. */
    static final EventType REVIEWED = new EventType("ApplicationDocument.Reviewed");

    private DocumentEvents() {}
}
