package io.missionbrief.leads;

import io.missionbrief.subgraph.test.GoldenSdl;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SchemaMappings;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest("leads")
class GoldenSdlTest {

    @LocalServerPort
    private int port;

    @Test
    void theSchemaIsTheOneUnderReview() {
        GoldenSdl.assertUnchanged(
                GraphQlCaller.at(port)
                        .as(TestIssuer.shared().token().workspace("golden").scopes("leads:read")),
                "leads");
    }

    @Test
    void eachFieldIsOneOfTheCode(@Autowired SchemaMappings mappings) {
        mappings.assertComplete();
    }
}
