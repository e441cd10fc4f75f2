package io.missionbrief.admin.issuer;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * A machine that gets tokens for itself.
 *
 * @param clientId how it names itself
 * @param secretSha256 the SHA-256 of its secret in hexadecimal digits
 * @param workspace for which workspace it speaks; null when it names one with each request, or none
 * @param scopes what it may ask for
 * @param roles what its tokens say it is, for display
 * @param expiresAt from when on its secret is no longer accepted; null for never
 */
record MachineClient(
        String clientId,
        String secretSha256,
        @Nullable WorkspaceId workspace,
        Set<String> scopes,
        Set<String> roles,
        @Nullable Instant expiresAt) {

    private static final String WORKSPACE = "mission-brief.workspace";
    private static final String ROLES = "mission-brief.roles";

    MachineClient {
        HashedSecret.require(clientId, secretSha256);
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    /** For which workspace the client speaks; null when it names one with each request, or none. */
    static @Nullable WorkspaceId workspaceOf(RegisteredClient client) {
        String workspace = client.getClientSettings().getSetting(WORKSPACE);
        return workspace == null ? null : new WorkspaceId(workspace);
    }

    static Set<String> rolesOf(RegisteredClient client) {
        Set<String> roles = client.getClientSettings().getSetting(ROLES);
        return roles == null ? Set.of() : roles;
    }

    RegisteredClient registered(Duration tokenLifetime) {
        RegisteredClient.Builder client = RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(secretSha256)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(allowed -> allowed.addAll(scopes))
                .clientSettings(settings())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(tokenLifetime)
                        .build());
        if (expiresAt != null) {
            client.clientSecretExpiresAt(expiresAt);
        }
        return client.build();
    }

    private ClientSettings settings() {
        ClientSettings.Builder settings = ClientSettings.builder().setting(ROLES, roles);
        if (workspace != null) {
            settings.setting(WORKSPACE, workspace.value());
        }
        return settings.build();
    }
}
