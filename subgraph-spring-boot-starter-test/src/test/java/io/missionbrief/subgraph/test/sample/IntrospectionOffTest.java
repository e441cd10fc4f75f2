package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest(value = "sample", properties = "mission-brief.graphql.introspection=false")
class IntrospectionOffTest {

    private final GraphQlCaller caller;

    IntrospectionOffTest(@LocalServerPort int port) {
        caller = SampleCaller.at(port).reader();
    }

    @Test
    void theSchemaIsNotToldWhereItIsSwitchedOff() {
        JsonNode answer = caller.execute("{ __schema { types { name } } }");

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.toString()).doesNotContain("EntryConnection");
    }

    @Test
    void typeNamesAreToldAllTheSame() {
        assertThat(caller.execute("{ __typename }").at("/data/__typename").asString())
                .isEqualTo("Query");
    }
}
