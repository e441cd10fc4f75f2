package io.missionbrief.subgraph.test.secured;

import io.missionbrief.subgraph.SubgraphApplication;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestIssuer;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A subgraph that holds nothing worth stealing. */
@SpringBootApplication
class SecuredApplication {

    /** Starts one on a free port that believes the given issuer. */
    static ConfigurableApplicationContext start(TestIssuer issuer, String... settings) {
        return start(issuer.url(), settings);
    }

    static ConfigurableApplicationContext start(String issuer, String... settings) {
        Stream<String> common = Stream.of("--server.port=0", "--mission-brief.security.issuer=" + issuer);
        return SubgraphApplication.builder(SecuredApplication.class, "secured")
                .run(Stream.concat(common, Stream.of(settings)).toArray(String[]::new));
    }

    static GraphQlCaller callerOf(ConfigurableApplicationContext subgraph) {
        return GraphQlCaller.at(subgraph.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
