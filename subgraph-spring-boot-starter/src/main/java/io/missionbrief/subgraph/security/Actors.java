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
     * The actor of a token whose workspace is open.
     *
     * @throws RequestException {@link ErrorCode#UNAUTHENTICATED}; {@link ErrorCode#FORBIDDEN} for a suspended
     *     workspace; {@link ErrorCode#SERVICE_UNAVAILABLE} when the
     *     issuer or the directory does not answer
     */
    Actor of(String token) {
        Actor actor = tokens.check(token);
        if (actor.workspace() != null) {
            requireOpen(actor.workspace());
        }
        return actor;
    }

    private void requireOpen(WorkspaceId workspace) {
        switch (directory.standing(workspace)) {
            case OPEN -> {}
            case SUSPENDED ->
                throw new RequestException(
                        ErrorCode.FORBIDDEN,
                        "The workspace " + workspace
                                + " is suspended: ask the operators of the platform to open it again");
            case UNKNOWN ->
                throw new RequestException(
                        ErrorCode.UNAUTHENTICATED,
                        "There is no workspace " + workspace
                                + ": ask for a token of a workspace that you are a member of");
        }
    }
}
