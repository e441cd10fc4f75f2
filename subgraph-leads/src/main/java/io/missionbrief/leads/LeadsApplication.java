package io.missionbrief.leads;

import io.missionbrief.subgraph.SubgraphApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The subgraph of leads and their applications. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LeadsApplication {

    static void main(String[] arguments) {
        SubgraphApplication.builder(LeadsApplication.class, "leads").run(arguments);
    }
}
