package io.missionbrief.leads.check;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a check. */
final class CheckEvents {

    /** It was asked for. */
    static final EventType NEW = new EventType("VerificationCheck.New");

    /** It has its result. */
    static final EventType COMPLETED = new EventType("VerificationCheck.Completed");

    private CheckEvents() {}
}
