package io.missionbrief.leads.lead;

/** Whether a person agreed to something. */
public enum ConsentStatus {
    UNKNOWN,
    GIVEN,
    WITHDRAWN
}
