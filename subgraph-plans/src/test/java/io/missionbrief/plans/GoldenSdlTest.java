package io.missionbrief.plans;

import io.missionbrief.subgraph.test.GoldenSdl;
import io.missionbrief.subgraph.test.SchemaMappings;
import io.missionbrief.subgraph.test.SubgraphTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest("plans")
class GoldenSdlTest {

    private final PlansClient client;

    @Autowired
    GoldenSdlTest(@LocalServerPort int port) {
        this.client = PlansClient.inNewWorkspace(port);
    }

    @Test
    void theServedSchemaIsTheOneThatWasLookedAt() {
        GoldenSdl.assertUnchanged(client.caller(), "plans");
    }

    @Test
    void eachFieldIsOneOfTheCode(@Autowired SchemaMappings mappings) {
        mappings.assertComplete();
    }
}
