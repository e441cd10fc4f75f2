package io.missionbrief.leads.application;

/** The application that a change is for, as its caller last saw it: what the input of every change says. */
interface SeenApplication {

    /** As the client wrote it. */
    String applicationId();

    int expectedVersion();
}
