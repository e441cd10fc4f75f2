package io.missionbrief.offers;

import io.missionbrief.subgraph.test.GoldenSdl;
import io.missionbrief.subgraph.test.SchemaMappings;
import io.missionbrief.subgraph.test.SubgraphTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest("offers")
class GoldenSdlTest {

    @LocalServerPort
    private int port;

    @Test
    void theSchemaIsTheOneUnderReview() {
        GoldenSdl.assertUnchanged(Seller.at(port).caller(), "offers");
    }

    @Test
    void eachFieldIsOneOfTheCode(@Autowired SchemaMappings mappings) {
        mappings.assertComplete();
    }
}
