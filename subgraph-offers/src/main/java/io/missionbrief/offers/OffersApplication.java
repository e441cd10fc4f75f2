package io.missionbrief.offers;

import io.missionbrief.subgraph.SubgraphApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The subgraph of quotes and offers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OffersApplication {

    /** Starts the subgraph by itself; its settings are in {@code offers.yaml}. */
    public static void main(String[] arguments) {
        SubgraphApplication.builder(OffersApplication.class, "offers").run(arguments);
    }
}
