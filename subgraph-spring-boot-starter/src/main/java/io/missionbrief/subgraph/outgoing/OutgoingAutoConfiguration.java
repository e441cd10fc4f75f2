package io.missionbrief.subgraph.outgoing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets a subgraph ask others. */
@AutoConfiguration
class OutgoingAutoConfiguration {

    @Bean
    OutgoingHttp outgoingHttp(RequestNames names) {
        return new OutgoingHttp(names);
    }
}
