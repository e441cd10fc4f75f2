package io.missionbrief.plans;

import io.missionbrief.subgraph.SubgraphApplication;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The subgraph of the catalogue, the plans and their prices. */
@SpringBootApplication
public class PlansApplication {

    /** Which day it is. A day is long enough for the clock of each instance. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    static void main(String[] arguments) {
        SubgraphApplication.builder(PlansApplication.class, "plans").run(arguments);
    }
}
