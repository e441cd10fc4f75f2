package io.missionbrief.leads.application;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to an application. */
final class ApplicationEvents {

    /** Somebody began to write it. */
    static final EventType DRAFTED = new EventType("Application.Drafted");

    /** The draft says something else. */
    static final EventType UPDATED = new EventType("Application.Updated");

    /** It was submitted: for everybody else it exists from then on. */
    static final EventType CREATED = new EventType("Application.Created");

    /** It is under review, decided or withdrawn. */
    static final EventType STATUS_UPDATE = new EventType("Application.StatusUpdate");

    private ApplicationEvents() {}
}
