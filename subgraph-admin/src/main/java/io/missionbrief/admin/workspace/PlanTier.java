package io.missionbrief.admin.workspace;

/** What a workspace has subscribed to; decides limits such as requests a minute. */
public enum PlanTier {
    STARTER,
    GROWTH,
    ENTERPRISE
}
