package io.missionbrief.plans.version;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to the prices of a plan. */
final class PlanVersionEvents {

    /** They were published: the state holds all of them. */
    static final EventType PUBLISHED = new EventType("PlanVersion.Published");

    /** They are no longer for sale, because of newer ones or with their plan. */
    static final EventType RETIRED = new EventType("PlanVersion.Retired");

    private PlanVersionEvents() {}
}
