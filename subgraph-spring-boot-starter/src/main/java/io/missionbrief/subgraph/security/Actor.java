package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as the checked token says. Immutable; a controller method takes it as an argument by type.
 *
 * @param userId a user's id as the issuer knows it, or {@code service:<client id>} for a machine
 * @param workspace the workspace that the request sees; null for a token that is bound to none
 * @param scopes what the caller may do, such as {@code leads:read}
 * @param roles the roles that the scopes came from; for display, never for decisions about rights
 * @param expiresAt when the token ends, and with it every stream that was opened by it
 */
public record Actor(
        String userId, @Nullable WorkspaceId workspace, Set<String> scopes, Set<String> roles, Instant expiresAt) {

    /** How the user id of a machine begins. */
    public static final String SERVICE_PREFIX = "service:";

    public Actor {
        if (userId.isBlank()) {
            throw new IllegalArgumentException("An actor has a user id");
        }
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** Whether a machine calls, with a token of its own and not on behalf of a user. */
    public boolean isService() {
        return userId.startsWith(SERVICE_PREFIX);
    }

    /**
     * The workspace that the request sees.
     *
     * @throws RequestException {@link ErrorCode#FORBIDDEN} when the token is bound to no workspace
     */
    public WorkspaceId requireWorkspace() {
        if (workspace == null) {
            throw new RequestException(
                    ErrorCode.FORBIDDEN,
                    "The token is bound to no workspace: ask for a token of a workspace (claim workspaceID)");
        }
        return workspace;
    }
}
