package io.missionbrief.leads.lead;

/** What can happen to a lead. */
enum LeadEvent {
    NEW("Lead.New"),
    UPDATE("Lead.Update"),
    STATUS_CHANGE("Lead.StatusChange"),
    ASSIGNED("Lead.Assigned"),
    TAGGED("Lead.Tagged");

    private final String type;

    LeadEvent(String type) {
        this.type = type;
    }

    /** The event's type, as the log and every consumer know it. */
    String type() {
        return type;
    }
}
