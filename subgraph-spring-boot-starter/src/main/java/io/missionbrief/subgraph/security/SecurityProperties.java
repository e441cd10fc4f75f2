package io.missionbrief.subgraph.security;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the subgraph believes.
 *
 * @param issuer the only issuer whose tokens are taken, exactly as in their claim {@code iss}
 * @param audience what a token's claim {@code aud} must hold
 * @param jwksUrl where the issuer's keys are; {@code <issuer>/oauth2/jwks} when not given
 * @param keysGoodFor how long the keys serve while the issuer does not answer; a token signed by one that it has withdrawn
 *     meanwhile is taken as long
 * @param tokenUrl where the subgraph gets tokens of its own; {@code <issuer>/oauth2/token} when not given
 * @param directoryUrl where admin answers which workspaces there are; the issuer when not given
 * @param workspacesGoodFor how long a workspace is served by admin's last answer while admin does not answer
 * @param clientId the subgraph's name at the token endpoint
 * @param clientSecret the subgraph's secret there
 * @param publicFields root fields, such as {@code Query.me}, that every token may select
 */
@ConfigurationProperties("mission-brief.security")
record SecurityProperties(
        String issuer,
        String audience,
        @Nullable URI jwksUrl,
        @DefaultValue("PT24H") Duration keysGoodFor,
        @Nullable URI tokenUrl,
        @Nullable URI directoryUrl,
        @DefaultValue("PT12H") Duration workspacesGoodFor,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue Set<String> publicFields) {

    SecurityProperties {
        requirePositive("keys-good-for", keysGoodFor, "PT24H");
        requirePositive("workspaces-good-for", workspacesGoodFor, "PT12H");
    }

    URI jwks() {
        return jwksUrl != null ? jwksUrl : URI.create(issuer + "/oauth2/jwks");
    }

    URI token() {
        return tokenUrl != null ? tokenUrl : URI.create(issuer + "/oauth2/token");
    }

    URI workspace(WorkspaceId id) {
        String directory = directoryUrl != null ? directoryUrl.toString() : issuer;
        return URI.create(directory + "/directory/workspaces/" + id);
    }

    private static void requirePositive(String setting, Duration value, String example) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "mission-brief.security." + setting + " is " + value + ": give a time such as " + example);
        }
    }
}
