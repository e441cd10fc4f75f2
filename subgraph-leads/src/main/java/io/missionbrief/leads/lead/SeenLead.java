package io.missionbrief.leads.lead;

/** The lead that a change is for, as its caller last saw it: what the input of every change says. */
interface SeenLead {

    /** As the client wrote it. */
    String leadId();

    int expectedVersion();
}
