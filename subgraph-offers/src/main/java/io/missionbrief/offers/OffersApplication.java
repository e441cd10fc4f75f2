package io.missionbrief.offers;

import io.missionbrief.subgraph.SubgraphApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The subgraph of quotes and offers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OffersApplication {

    static void main(String[] arguments) {
        SubgraphApplication.builder(OffersApplication.class, "offers").run(arguments);
    }
}
