package io.missionbrief.admin.issuer;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What the token of a machine says: the claims that every subgraph reads, and beside them {@code sub}, {@code aud} and
 * {@code scope} for routers and libraries.
 */
final class MachineTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final String audience;

    /** @param audience for whom every token of this issuer is meant */
    MachineTokens(String audience) {
        this.audience = audience;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!(context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken request)) {
            return;
        }
        String user = Actor.SERVICE_PREFIX + context.getRegisteredClient().getClientId();
        List<String> scopes = context.getAuthorizedScopes().stream().sorted().toList();
        JwtClaimsSet.Builder claims = context.getClaims()
                .subject(user)
                .audience(List.of(audience))
                .claim("userID", user)
                .claim("scopes", scopes)
                .claim("scope", String.join(" ", scopes))
                .claim(
                        "roles",
                        MachineClient.rolesOf(context.getRegisteredClient()).stream()
                                .sorted()
                                .toList());
        WorkspaceId workspace = RequestedWorkspace.granted(request, context.getRegisteredClient());
        if (workspace != null) {
            claims.claim("workspaceID", workspace.value());
        }
    }
}
