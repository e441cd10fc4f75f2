package io.missionbrief.subgraph.security;

/** Whether requests are answered in a workspace. */
public enum WorkspaceStanding {
    OPEN,
    /** It is there, and closed for the time being: its tokens are good, and refused. */
    SUSPENDED,
    /** There is none with this key. */
    UNKNOWN
}
