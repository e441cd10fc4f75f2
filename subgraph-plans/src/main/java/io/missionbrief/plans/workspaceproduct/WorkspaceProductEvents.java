package io.missionbrief.plans.workspaceproduct;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a product in the hands of a workspace. */
final class WorkspaceProductEvents {

    /** It can be sold, for the first time or again. */
    static final EventType ATTACHED = new EventType("WorkspaceProduct.Attached");

    /** It is no longer sold. */
    static final EventType DETACHED = new EventType("WorkspaceProduct.Detached");

    private WorkspaceProductEvents() {}
}
