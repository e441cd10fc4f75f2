package io.missionbrief.leads.check;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a check. */
final class CheckEvents {

    /** It was asked for. */
    static final EventType REQUESTED = new EventType("VerificationCheck.Requested");

    /** It has its result. */
    static final EventType COMPLETED = new EventType("VerificationCheck.Completed");

    private CheckEvents() {}
}
