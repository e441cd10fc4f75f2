package io.missionbrief.subgraph.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Asks admin, and remembers a workspace that is there for five minutes, one that is not for five seconds. */
final class RemoteWorkspaceDirectory implements WorkspaceDirectory {

    static final String SCOPE = "workspaces:read";

    private static final Duration KNOWN = Duration.ofMinutes(5);
    private static final Duration UNKNOWN = Duration.ofSeconds(5);
    private static final int KEPT = 100_000;

    private final IssuerClient admin;
    private final SecurityProperties properties;
    private final ServiceTokens tokens;
    private final Cache<WorkspaceId, Boolean> answers = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfter(Expiry.writing((WorkspaceId id, Boolean known) -> known ? KNOWN : UNKNOWN))
            .build();

    RemoteWorkspaceDirectory(IssuerClient admin, SecurityProperties properties, ServiceTokens tokens) {
        this.admin = admin;
        this.properties = properties;
        this.tokens = tokens;
    }

    @Override
    public boolean knows(WorkspaceId id) {
        return answers.get(id, this::ask);
    }

    private boolean ask(WorkspaceId id) {
        String token = tokens.token(SCOPE);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(properties.workspace(id)).header("Authorization", "Bearer " + token);
        return switch (admin.send(request).statusCode()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw IssuerClient.unavailable();
        };
    }
}
