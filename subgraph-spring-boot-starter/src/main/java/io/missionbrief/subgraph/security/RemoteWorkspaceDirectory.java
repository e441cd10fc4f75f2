package io.missionbrief.subgraph.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.missionbrief.subgraph.security.SharedAnswer.Terms;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks admin. An open workspace is asked for again after two minutes, and served after five by a new answer only; while
 * admin does not answer, it is served by the last one, for as long as the settings say. That a workspace is suspended is
 * believed for half a minute, that it is not there for five seconds.
 */
final class RemoteWorkspaceDirectory implements WorkspaceDirectory {

    static final String SCOPE = "workspaces:read";

    private static final Logger LOG = LoggerFactory.getLogger(RemoteWorkspaceDirectory.class);
    private static final Duration RENEW = Duration.ofMinutes(2);
    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Terms SUSPENDED = Terms.of(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final Terms UNKNOWN = Terms.of(Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final String CONSEQUENCE =
            "The workspace of the token cannot be looked up, because subgraph admin does not answer";
    private static final int KEPT = 100_000;

    private final IssuerClient admin;
    private final SecurityProperties properties;
    private final ServiceTokens tokens;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<WorkspaceId, SharedAnswer<WorkspaceStanding>> answers =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    RemoteWorkspaceDirectory(
            IssuerClient admin, SecurityProperties properties, ServiceTokens tokens, JsonMapper json, Clock clock) {
        this.admin = admin;
        this.properties = properties;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public WorkspaceStanding standing(WorkspaceId id) {
        return answers.get(id, unasked -> new SharedAnswer<>(previous -> ask(id), this::terms, clock))
                .get();
    }

    private Terms terms(WorkspaceStanding standing) {
        return switch (standing) {
            case OPEN -> new Terms(RENEW, OLD, properties.workspacesGoodFor());
            case SUSPENDED -> SUSPENDED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    private WorkspaceStanding ask(WorkspaceId id) {
        String token = tokens.token(SCOPE);
        IssuerClient.Answer answer = admin.ask(
                http -> http.get().uri(properties.workspace(id)).header("Authorization", "Bearer " + token),
                CONSEQUENCE);
        return switch (answer.status()) {
            case 200 -> standing(answer.body());
            case 404 -> WorkspaceStanding.UNKNOWN;
            default -> {
                LOG.error("The directory does not tell of workspace {}: {}", id, answer.status());
                throw IssuerClient.unavailable(CONSEQUENCE);
            }
        };
    }

    /** Whatever a later admin may call the state of a workspace: only in an active one is there work to do. */
    private WorkspaceStanding standing(String body) {
        try {
            String status = json.readTree(body).path("status").asString("");
            return status.equals("ACTIVE") ? WorkspaceStanding.OPEN : WorkspaceStanding.SUSPENDED;
        } catch (JacksonException malformed) {
            LOG.error("The directory answers with something else than a workspace");
            throw IssuerClient.unavailable(CONSEQUENCE);
        }
    }
}
