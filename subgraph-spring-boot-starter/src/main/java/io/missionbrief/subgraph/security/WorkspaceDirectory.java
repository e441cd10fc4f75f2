package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;

/** Which workspaces there are, and which of them are open. Subgraphs ask admin; admin looks into its own table. */
public interface WorkspaceDirectory {

    /**
     * Whether requests are answered in the workspace.
     *
     * @throws RequestException {@link ErrorCode#SERVICE_UNAVAILABLE} when it cannot be found out
     */
    WorkspaceStanding standing(WorkspaceId id);
}
