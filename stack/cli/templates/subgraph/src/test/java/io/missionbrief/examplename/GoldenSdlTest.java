package io.missionbrief.examplename;

import io.missionbrief.subgraph.test.GoldenSdl;
import io.missionbrief.subgraph.test.SchemaMappings;
import io.missionbrief.subgraph.test.SubgraphTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest("examplename")
class GoldenSdlTest {

    @LocalServerPort
    private int port;

    @Test
    void theServedSchemaIsTheOneThatWasLookedAt() {
        GoldenSdl.assertUnchanged(ExampleThings.client(port).caller(), "examplename");
    }

    @Test
    void eachFieldIsOneOfTheCode(@Autowired SchemaMappings mappings) {
        mappings.assertComplete();
    }
}
