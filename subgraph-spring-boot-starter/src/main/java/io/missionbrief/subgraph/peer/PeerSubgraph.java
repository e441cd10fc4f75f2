package io.missionbrief.subgraph.peer;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.outgoing.OutgoingHttp;
import io.missionbrief.subgraph.security.ServiceTokens;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.HttpSyncGraphQlClient;

/**
 * Another subgraph, asked directly and in this subgraph's own name: with a token of its own that is bound to the one
 * workspace in question, and under the names of the request for whose sake it is asked. {@link PeerSubgraphs} has it.
 */
public final class PeerSubgraph {

    private static final Logger log = LoggerFactory.getLogger(PeerSubgraph.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final String name;
    private final HttpSyncGraphQlClient client;
    private final ServiceTokens tokens;
    private final String[] scopes;

    PeerSubgraph(String name, String url, OutgoingHttp http, ServiceTokens tokens, String... scopes) {
        this.name = name;
        this.client = HttpSyncGraphQlClient.builder(
                        http.client(ANSWER_LIMIT).baseUrl(url).build())
                .build();
        this.tokens = tokens;
        this.scopes = scopes.clone();
    }

    /**
     * The answer to a query, as a whole or not at all.
     *
     * @throws RequestException SERVICE_UNAVAILABLE when there is no answer, or one with errors
     */
    public ClientGraphQlResponse ask(WorkspaceId workspace, String document, Map<String, @Nullable Object> variables) {
        String token = tokens.token(workspace, scopes);
        try {
            ClientGraphQlResponse response = client.mutate()
                    .header("Authorization", "Bearer " + token)
                    .build()
                    .document(document)
                    .variables(variables)
                    .executeSync();
            if (response.getErrors().isEmpty()) {
                return response;
            }
            log.error("Subgraph {} answered with errors: {}", name, response.getErrors());
        } catch (RuntimeException cause) {
            log.warn("Subgraph {} does not answer", name, cause);
        }
        throw new RequestException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "Subgraph " + name + " does not answer, so nothing was changed: try again in a moment");
    }
}
