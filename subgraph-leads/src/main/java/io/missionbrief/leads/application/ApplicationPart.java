package io.missionbrief.leads.application;

import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Snapshot;
import java.util.UUID;

/** What belongs to an application and has changes of its own, such as a document. */
public interface ApplicationPart extends Versioned {

    UUID applicationId();

    /**
     * The whole part as it is now.
     *
     * @param leadId the lead of the application, under whose key that is sealed which describes a person
     */
    Snapshot snapshot(UUID leadId);
}
