package io.missionbrief.admin.issuer;

import io.missionbrief.subgraph.security.WorkspaceDirectory;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.security.WorkspaceStanding;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * For which workspace a machine asks for a token: the parameter {@code workspace_id} of the request. Left out, it is the
 * client's own workspace, or none for a client of the platform.
 */
final class RequestedWorkspace implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {

    private static final String PARAMETER = "workspace_id";

    private final WorkspaceDirectory directory;

    RequestedWorkspace(WorkspaceDirectory directory) {
        this.directory = directory;
    }

    /**
     * Refuses a workspace that is malformed, unknown or not the client's own. A client that is bound to one workspace is
     * told nothing about others.
     */
    @Override
    public void accept(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        String asked = asked(request);
        if (asked == null) {
            return;
        }
        WorkspaceId own = MachineClient.workspaceOf(context.getRegisteredClient());
        boolean granted = own == null ? known(asked) : own.value().equals(asked);
        if (!granted) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_REQUEST,
                    PARAMETER + " names no workspace that this client may speak for",
                    null));
        }
    }

    /** The workspace that a request was granted; null for a token that is bound to none. */
    static @Nullable WorkspaceId granted(OAuth2ClientCredentialsAuthenticationToken request, RegisteredClient client) {
        String asked = asked(request);
        return asked == null ? MachineClient.workspaceOf(client) : new WorkspaceId(asked);
    }

    private static @Nullable String asked(OAuth2ClientCredentialsAuthenticationToken request) {
        Object value = request.getAdditionalParameters().get(PARAMETER);
        return value == null ? null : value.toString();
    }

    /** A suspended one is known: that it is suspended, the machine is told where it uses the token. */
    private boolean known(String asked) {
        try {
            return directory.standing(new WorkspaceId(asked)) != WorkspaceStanding.UNKNOWN;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
