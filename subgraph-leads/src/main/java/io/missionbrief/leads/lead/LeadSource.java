package io.missionbrief.leads.lead;

/** Where a lead came from. */
public enum LeadSource {
    WEBSITE,
    META,
    PARTNER,
    REFERRAL,
    IMPORT,
    API,
    MANUAL
}
