package io.missionbrief.admin.workspace;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a workspace. */
public final class WorkspaceEvents {

    /** It was opened: the first event of its log. */
    public static final EventType CREATED = new EventType("Workspace.Created");

    /** It has another name, or other settings. */
    static final EventType UPDATED = new EventType("Workspace.Updated");

    private WorkspaceEvents() {}
}
