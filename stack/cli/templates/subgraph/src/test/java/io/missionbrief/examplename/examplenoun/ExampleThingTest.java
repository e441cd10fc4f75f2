package io.missionbrief.examplename.examplenoun;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.examplename.ExampleThings;
import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.WorkspaceClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("examplename")
class ExampleThingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    private WorkspaceClient client;

    @BeforeEach
    void client() {
        client = ExampleThings.client(port);
    }

    @Test
    void isFoundByItsIdOnceItWasMade() {
        JsonNode created = ExampleThings.create(client, " First ");

        assertThat(created.path("name").asString()).isEqualTo("First");
        assertThat(client.data(
                                "query ($id: ID!) { exampleThing(id: $id) { id name note version } }",
                                Map.of("id", id(created)))
                        .path("exampleThing"))
                .isEqualTo(created);
    }

    @Test
    void isListedWithTheNewestFirstByOneStatement() {
        ExampleThings.create(client, "First");
        ExampleThings.create(client, "Second");
        statements.reset(client.workspace());

        JsonNode nodes =
                client.data("{ exampleThings(first: 5) { nodes { name } } }").at("/exampleThings/nodes");

        assertThat(nodes.findValuesAsString("name")).containsExactly("Second", "First");
        assertThat(statements.statements(client.workspace())).hasSize(1);
    }

    @Test
    void isMadeOnceHoweverOftenTheCallIsRepeated() {
        Map<String, ?> input = Map.of("name", "First", "idempotencyKey", "first-1");

        JsonNode first = ExampleThings.done(client, "createExampleThing", input);

        assertThat(ExampleThings.done(client, "createExampleThing", input)).isEqualTo(first);
        assertThat(client.refusal("createExampleThing", Map.of("name", "Other", "idempotencyKey", "first-1")))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED input.idempotencyKey");
    }

    @Test
    void needsAName() {
        assertThat(client.refusal("createExampleThing", Map.of("name", " "))).isEqualTo("REQUIRED input.name");
    }

    @Test
    void keepsWhatAnUpdateLeavesOut() {
        JsonNode created = ExampleThings.create(client, "First");

        JsonNode updated =
                ExampleThings.done(client, "updateExampleThing", change(created, 1, Map.of("note", "Important")));

        assertThat(updated.path("name").asString()).isEqualTo("First");
        assertThat(updated.path("note").asString()).isEqualTo("Important");
        assertThat(updated.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void isNotOverwrittenByWhoHasSeenAnEarlierVersion() {
        JsonNode created = ExampleThings.create(client, "First");
        ExampleThings.done(client, "updateExampleThing", change(created, 1, Map.of("name", "Second")));

        assertThat(client.refusal("updateExampleThing", change(created, 1, Map.of("name", "Third"))))
                .isEqualTo("STALE_VERSION input.expectedVersion");
    }

    @Test
    void isAnEntityThatIsAnsweredInPlace() {
        List<String> visible =
                List.of(id(ExampleThings.create(client, "First")), id(ExampleThings.create(client, "Second")));
        String foreign = id(ExampleThings.create(ExampleThings.client(port), "Foreign"));

        EntityTester.of(client.caller(), "ExampleThing")
                .assertAnsweredInPlace(visible, List.of(foreign, UUID.randomUUID().toString()));
    }

    private static Map<String, Object> change(JsonNode object, int expectedVersion, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(fields);
        input.put("examplenounId", id(object));
        input.put("expectedVersion", expectedVersion);
        return input;
    }

    private static String id(JsonNode object) {
        return object.path("id").asString();
    }
}
