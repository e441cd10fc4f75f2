package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a lead. */
final class LeadEvents {

    /** It was made. */
    static final EventType NEW = new EventType("Lead.New");

    /** Something else is known of it. */
    static final EventType UPDATED = new EventType("Lead.Updated");

    /** It took a step. */
    static final EventType STATUS_CHANGE = new EventType("Lead.StatusChange");

    /** It has another salesperson, or none. */
    static final EventType ASSIGNED = new EventType("Lead.Assigned");

    /** It has other tags. */
    static final EventType TAGGED = new EventType("Lead.Tagged");

    private LeadEvents() {}
}
