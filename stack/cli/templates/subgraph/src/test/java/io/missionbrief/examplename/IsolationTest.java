package io.missionbrief.examplename;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.WorkspaceClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one workspace makes is for another one as if it were not there. */
@SubgraphTest("examplename")
class IsolationTest {

    @LocalServerPort
    private int port;

    private WorkspaceClient stranger;
    private String id;

    @BeforeEach
    void somethingOfAnotherWorkspace() {
        stranger = ExampleThings.client(port);
        id = ExampleThings.create(ExampleThings.client(port), "Secret").path("id").asString();
    }

    @Test
    void theListIsEmpty() {
        assertThat(stranger.data("{ exampleThings { totalCount } }")
                        .at("/exampleThings/totalCount")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void itsIdLeadsNowhere() {
        assertThat(stranger.data("query ($id: ID!) { exampleThing(id: $id) { name } }", Map.of("id", id))
                        .path("exampleThing")
                        .isNull())
                .isTrue();
    }

    @Test
    void itsEntityIsNull() {
        EntityTester.of(stranger.caller(), "ExampleThing").assertHidden(List.of(id));
    }

    @Test
    void aMutationDoesNotFindIt() {
        assertThat(stranger.refusal("updateExampleThing", Map.of("examplenounId", id, "expectedVersion", 1, "name", "Mine")))
                .isEqualTo("NOT_FOUND input.examplenounId");
    }
}
