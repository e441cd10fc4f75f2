package io.missionbrief.examplename;

import io.missionbrief.subgraph.SubgraphApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The subgraph of the example things. */
@SpringBootApplication
public class ExamplenameApplication {

    static void main(String[] arguments) {
        SubgraphApplication.builder(ExamplenameApplication.class, "examplename").run(arguments);
    }
}
