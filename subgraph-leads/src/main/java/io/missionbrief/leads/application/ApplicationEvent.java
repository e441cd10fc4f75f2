package io.missionbrief.leads.application;

/** What can happen to an application. */
enum ApplicationEvent {
    DRAFTED("Application.Drafted"),
    UPDATE("Application.Update"),
    /** The submission: for everybody else the application exists from then on. */
    CREATED("Application.Created"),
    STATUS_UPDATE("Application.StatusUpdate");

    private final String type;

    ApplicationEvent(String type) {
        this.type = type;
    }

    /** The event's type, as the log and every consumer know it. */
    String type() {
        return type;
    }
}
