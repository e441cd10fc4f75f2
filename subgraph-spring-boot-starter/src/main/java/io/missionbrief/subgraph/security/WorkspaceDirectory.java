package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;

/** Which workspaces there are. Subgraphs ask admin; admin looks into its own table. */
public interface WorkspaceDirectory {

    /**
     * Whether the workspace is there and open for requests.
     *
     * @throws RequestException {@link ErrorCode#SERVICE_UNAVAILABLE} when it cannot be found out
     */
    boolean knows(WorkspaceId id);
}
