package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to an import. */
final class LeadImportEvents {

    /** It was told how a file becomes leads, and waits for the file. */
    static final EventType PREPARED = new EventType("LeadImport.Prepared");

    /** An upload began. */
    static final EventType STARTED = new EventType("LeadImport.Started");

    /** A batch of lines is committed. */
    static final EventType PROGRESSED = new EventType("LeadImport.Progressed");

    /** The whole file was read. */
    static final EventType COMPLETED = new EventType("LeadImport.Completed");

    /** It stopped before the end of the file. */
    static final EventType FAILED = new EventType("LeadImport.Failed");

    /** After a failure it waits for the file again. */
    static final EventType CONTINUED = new EventType("LeadImport.Continued");

    /** What a stream of an import tells: a stream of all events would be flooded by those of its leads. */
    static EventType[] steps() {
        return new EventType[] {STARTED, PROGRESSED, COMPLETED, FAILED, CONTINUED};
    }

    private LeadImportEvents() {}
}
