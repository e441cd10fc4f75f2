package io.missionbrief.plans.plan;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a plan. */
final class PlanEvents {

    /** It was made. */
    static final EventType CREATED = new EventType("Plan.Created");

    /** Something else was said of it. */
    static final EventType UPDATED = new EventType("Plan.Updated");

    /** It has another version for sale; with the first one it became ACTIVE. */
    static final EventType VERSION_PUBLISHED = new EventType("Plan.VersionPublished");

    /** It is no longer for sale. */
    static final EventType RETIRED = new EventType("Plan.Retired");

    private PlanEvents() {}
}
