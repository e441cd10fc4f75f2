package io.missionbrief.subgraph.peer;

import io.missionbrief.subgraph.outgoing.OutgoingHttp;
import io.missionbrief.subgraph.security.ServiceTokens;

/** Where a subgraph gets the others that it asks. */
public final class PeerSubgraphs {

    private final OutgoingHttp http;
    private final ServiceTokens tokens;

    PeerSubgraphs(OutgoingHttp http, ServiceTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * Another subgraph; whether it is there shows when it is asked.
     *
     * @param name as people call it, such as {@code plans}
     * @param url its GraphQL endpoint
     * @param scopes what this subgraph may do there
     */
    public PeerSubgraph at(String name, String url, String... scopes) {
        return new PeerSubgraph(name, url, http, tokens, scopes);
    }
}
