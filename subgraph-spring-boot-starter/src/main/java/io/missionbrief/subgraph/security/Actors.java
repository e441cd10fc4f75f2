package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;

/** Finds out who calls, in the same way for HTTP and for WebSocket. */
final class Actors {

    private final TokenCheck tokens;
    private final WorkspaceDirectory directory;

    Actors(TokenCheck tokens, WorkspaceDirectory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    /**
     * The actor of a token whose workspace is there.
     *
     * @throws RequestException {@link ErrorCode#UNAUTHENTICATED}, or {@link ErrorCode#SERVICE_UNAVAILABLE} when the
     *     issuer or the directory does not answer
     */
    Actor of(String token) {
        Actor actor = tokens.check(token);
        WorkspaceId workspace = actor.workspace();
        if (workspace != null && !directory.knows(workspace)) {
            throw new RequestException(
                    ErrorCode.UNAUTHENTICATED,
                    "There is no workspace " + workspace + ": ask for a token of a workspace that you are a member of");
        }
        return actor;
    }
}
