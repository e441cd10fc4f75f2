package io.missionbrief.leads;

import io.missionbrief.subgraph.SubgraphApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The subgraph of leads and their applications. */
@SpringBootApplication
public class LeadsApplication {

    static void main(String[] arguments) {
        SubgraphApplication.builder(LeadsApplication.class, "leads").run(arguments);
    }
}
