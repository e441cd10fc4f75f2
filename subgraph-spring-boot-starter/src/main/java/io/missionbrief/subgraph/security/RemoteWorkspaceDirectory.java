package io.missionbrief.subgraph.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.missionbrief.subgraph.security.SharedAnswer.Terms;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks admin. A workspace that is there is asked for again after two minutes, and served after five by a new answer only;
 * while admin does not answer, it is served by the last one, for as long as the settings say. That a workspace is not
 * there is remembered for five seconds.
 */
final class RemoteWorkspaceDirectory implements WorkspaceDirectory {

    static final String SCOPE = "workspaces:read";

    private static final Logger LOG = LoggerFactory.getLogger(RemoteWorkspaceDirectory.class);
    private static final Duration RENEW = Duration.ofMinutes(2);
    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Terms UNKNOWN = Terms.of(Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final String CONSEQUENCE =
            "The workspace of the token cannot be looked up, because subgraph admin does not answer";
    private static final int KEPT = 100_000;

    private final IssuerClient admin;
    private final SecurityProperties properties;
    private final ServiceTokens tokens;
    private final Clock clock;
    private final Cache<WorkspaceId, SharedAnswer<Boolean>> answers =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    RemoteWorkspaceDirectory(IssuerClient admin, SecurityProperties properties, ServiceTokens tokens, Clock clock) {
        this.admin = admin;
        this.properties = properties;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public boolean knows(WorkspaceId id) {
        return answers.get(id, unasked -> new SharedAnswer<>(previous -> ask(id), this::terms, clock))
                .get();
    }

    private Terms terms(boolean known) {
        return known ? new Terms(RENEW, OLD, properties.workspacesGoodFor()) : UNKNOWN;
    }

    private boolean ask(WorkspaceId id) {
        String token = tokens.token(SCOPE);
        int status = admin.ask(
                        http -> http.get().uri(properties.workspace(id)).header("Authorization", "Bearer " + token),
                        CONSEQUENCE)
                .status();
        return switch (status) {
            case 200 -> true;
            case 404 -> false;
            default -> {
                LOG.error("The directory does not tell of workspace {}: {}", id, status);
                throw IssuerClient.unavailable(CONSEQUENCE);
            }
        };
    }
}
