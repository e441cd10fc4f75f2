package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.event.Event;
import java.time.OffsetDateTime;

/**
 * A step of an import, with the values of that moment. What is sealed in the event is opened for those who ask for it.
 *
 * @param event that tells of the step
 */
record LeadImportProgress(Event event) {

    public String cursor() {
        return event.cursor().encoded();
    }

    public OffsetDateTime occurredAt() {
        return event.occurredAt();
    }

    public LeadImportStatus status() {
        return LeadImportStatus.valueOf(event.state().path("status").asString());
    }

    public int linesRead() {
        return number("linesRead");
    }

    public int created() {
        return number("created");
    }

    public int duplicates() {
        return number("duplicates");
    }

    public int rejected() {
        return number("rejected");
    }

    public int lastCommittedLine() {
        return number("lastCommittedLine");
    }

    public int version() {
        return event.objectVersion();
    }

    private int number(String field) {
        return event.state().path(field).asInt();
    }
}
