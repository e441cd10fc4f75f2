package io.missionbrief.subgraph.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of this subgraph itself, by client credentials, for what it asks of others. Renewed before they end. */
public final class ServiceTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTokens.class);
    private static final String CONSEQUENCE =
            "Another subgraph cannot be asked, because the issuer gives this one no token";
    private static final int KEPT = 10_000;

    private final IssuerClient issuer;
    private final SecurityProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<Request, SharedAnswer<Issued>> tokens =
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
        return tokens.get(request, unasked -> new SharedAnswer<>(previous -> issue(request), Issued::terms, clock))
                .get()
                .token();
    }

    private Issued issue(Request request) {
        IssuerClient.Answer answer = issuer.ask(
                http -> http.post()
                        .uri(properties.token())
                        .header("Authorization", "Basic " + credentials())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(request.form()),
                CONSEQUENCE);
        if (answer.status() == 200) {
            return read(answer.body());
        }
        LOG.error("The issuer gives {} no token: {}", properties.clientId(), answer.status());
        throw IssuerClient.unavailable(CONSEQUENCE);
    }

    private Issued read(String body) {
        try {
            JsonNode answer = json.readTree(body);
            Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(0));
            return new Issued(answer.path("access_token").asString(), life);
        } catch (JacksonException malformed) {
            LOG.error("The issuer answers with something else than a token");
            throw IssuerClient.unavailable(CONSEQUENCE);
        }
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

    /** @param life how long the token is good from when it was issued */
    private record Issued(String token, Duration life) {

        SharedAnswer.Terms terms() {
            return SharedAnswer.Terms.of(
                    life.multipliedBy(4).dividedBy(5), life.multipliedBy(9).dividedBy(10));
        }
    }
}
