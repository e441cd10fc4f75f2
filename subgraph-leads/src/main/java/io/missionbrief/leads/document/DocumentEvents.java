package io.missionbrief.leads.document;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a document. */
final class DocumentEvents {

    /** It was noted. */
    static final EventType NEW = new EventType("ApplicationDocument.New");

    /** It was accepted or rejected. */
    static final EventType STATE_CHANGE = new EventType("ApplicationDocument.StateChange");

    private DocumentEvents() {}
}
