package io.missionbrief.admin.workspace;

/** Whether a workspace can be worked in. */
public enum WorkspaceStatus {
    ACTIVE,
    SUSPENDED
}
