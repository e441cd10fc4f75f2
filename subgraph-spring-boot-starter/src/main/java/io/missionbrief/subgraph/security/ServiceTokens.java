package io.missionbrief.subgraph.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of this subgraph itself, by client credentials, for what it asks of others. Kept until shortly before they end. */
public final class ServiceTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTokens.class);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final int KEPT = 10_000;

    private final IssuerClient issuer;
    private final SecurityProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<Request, Issued> tokens =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    ServiceTokens(IssuerClient issuer, SecurityProperties properties, JsonMapper json, Clock clock) {
        this.issuer = issuer;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A token that is bound to no workspace.
     *
     * @throws RequestException {@link ErrorCode#SERVICE_UNAVAILABLE} when the issuer gives none
     */
    public String token(String... scopes) {
        return token(new Request(null, Set.of(scopes)));
    }

    /**
     * A token that sees one workspace.
     *
     * @throws RequestException {@link ErrorCode#SERVICE_UNAVAILABLE} when the issuer gives none
     */
    public String token(WorkspaceId workspace, String... scopes) {
        return token(new Request(workspace, Set.of(scopes)));
    }

    private String token(Request request) {
        Instant soon = clock.instant().plus(MARGIN);
        Issued issued = tokens.getIfPresent(request);
        if (issued == null || issued.expiresAt().isBefore(soon)) {
            issued = issue(request);
            tokens.put(request, issued);
        }
        return issued.token();
    }

    private Issued issue(Request request) {
        Instant now = clock.instant();
        HttpResponse<String> response = issuer.send(HttpRequest.newBuilder(properties.token())
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(request.form())));
        if (response.statusCode() != 200) {
            LOG.error("The issuer gives {} no token: {}", properties.clientId(), response.statusCode());
            throw IssuerClient.unavailable();
        }
        JsonNode body = json.readTree(response.body());
        return new Issued(
                body.path("access_token").asString(),
                now.plusSeconds(body.path("expires_in").asLong(0)));
    }

    private String credentials() {
        String pair = encoded(properties.clientId()) + ":" + encoded(properties.clientSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Request(@Nullable WorkspaceId workspace, Set<String> scopes) {

        String form() {
            String form = "grant_type=client_credentials&scope=" + encoded(String.join(" ", new TreeSet<>(scopes)));
            return workspace == null ? form : form + "&workspace_id=" + encoded(workspace.value());
        }
    }

    private record Issued(String token, Instant expiresAt) {}
}
