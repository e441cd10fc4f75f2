package io.missionbrief.plans;

import io.missionbrief.subgraph.SubgraphApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The subgraph of the catalogue, the plans and their prices. */
@SpringBootApplication
public class PlansApplication {

    static void main(String[] arguments) {
        SubgraphApplication.builder(PlansApplication.class, "plans").run(arguments);
    }
}
