package io.missionbrief.admin;

import io.missionbrief.subgraph.SubgraphApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The subgraph of workspaces, users, memberships and the OAuth 2.1 issuer. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class AdminApplication {

    static void main(String[] arguments) {
        SubgraphApplication.builder(AdminApplication.class, "admin").run(arguments);
    }
}
