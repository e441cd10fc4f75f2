package io.missionbrief.admin;

import io.missionbrief.subgraph.test.GoldenSdl;
import io.missionbrief.subgraph.test.SchemaMappings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AdminTest
class GoldenSdlTest {

    @LocalServerPort
    int port;

    @Test
    void theSchemaIsTheOneUnderReview() {
        GoldenSdl.assertUnchanged(Admin.at(port).operator(), "admin");
    }

    @Test
    void eachFieldIsOneOfTheCode(@Autowired SchemaMappings mappings) {
        mappings.assertComplete();
    }
}
