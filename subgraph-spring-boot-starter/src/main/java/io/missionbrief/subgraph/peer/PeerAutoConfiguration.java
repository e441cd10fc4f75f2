package io.missionbrief.subgraph.peer;

import io.missionbrief.subgraph.outgoing.OutgoingHttp;
import io.missionbrief.subgraph.security.ServiceTokens;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets a subgraph ask other subgraphs. */
@AutoConfiguration
class PeerAutoConfiguration {

    @Bean
    PeerSubgraphs peerSubgraphs(OutgoingHttp http, ServiceTokens tokens) {
        return new PeerSubgraphs(http, tokens);
    }
}
