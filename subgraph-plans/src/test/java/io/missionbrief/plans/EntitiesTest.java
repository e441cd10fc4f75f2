package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class EntitiesTest {

    private static final String ENTITIES = """
            query ($representations: [_Any!]!) {
              _entities(representations: $representations) {
                __typename
                ... on Plan { id code currentVersion { id } }
                ... on PlanVersion { id number plan { code } }
              }
            }
            """;

    private final PlansClient client;
    private final PlansClient stranger;
    private final StatementCounter statements;

    @Autowired
    EntitiesTest(@LocalServerPort int port, StatementCounter statements) {
        this.client = PlansClient.inNewWorkspace(port);
        this.stranger = PlansClient.inNewWorkspace(port);
        this.statements = statements;
    }

    @Test
    void areAnsweredInPlace() {
        String gold = publish("GOLD");
        String silver = publish("SILVER");
        String foreign = stranger.createPlan("GOLD").path("id").asString();
        List<String> hidden = List.of(foreign, UUID.randomUUID().toString());

        EntityTester.of(client.caller(), "Plan").assertAnsweredInPlace(List.of(gold, silver), hidden);
        EntityTester.of(client.caller(), "PlanVersion")
                .assertAnsweredInPlace(List.of(versionOf(gold), versionOf(silver)), hidden);
    }

    @Test
    void areAlsoProductsAndWhatAWorkspaceSells() {
        String fibre = client.attachFibre().path("id").asString();
        String other = client.attach(PlansClient.MOBILE).path("id").asString();
        String foreign = stranger.attachFibre().path("id").asString();
        String unknown = UUID.randomUUID().toString();

        EntityTester.of(client.caller(), "Product")
                .assertAnsweredInPlace(List.of(PlansClient.FIBRE, PlansClient.MOBILE), List.of(unknown));
        EntityTester.of(client.caller(), "WorkspaceProduct")
                .assertAnsweredInPlace(List.of(fibre, other), List.of(foreign, unknown));
    }

    @Test
    void ofBothTypesComeInOneCall() {
        String gold = publish("GOLD");

        JsonNode entities = entities(
                List.of(Map.of("__typename", "PlanVersion", "id", versionOf(gold)), plan("malformed"), plan(gold)));

        assertThat(entities.at("/0/plan/code").asString()).isEqualTo("GOLD");
        assertThat(entities.path(1).isNull()).isTrue();
        assertThat(entities.at("/2/currentVersion/id").asString()).isEqualTo(versionOf(gold));
    }

    @Test
    void needTheSameNumberOfStatementsForOneAndForMany() {
        List<Map<String, String>> representations = new ArrayList<>();
        for (String code : List.of("A", "B", "C")) {
            representations.add(plan(publish(code)));
        }

        int one = statementsOf(representations.subList(0, 1));

        assertThat(statementsOf(representations)).isEqualTo(one);
    }

    @Test
    void needTheScopeOfTheirType() {
        JsonNode error = client.withScopes("leads:read")
                .error(
                        ENTITIES,
                        Map.of("representations", List.of(plan(UUID.randomUUID().toString()))));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.path("message").asString()).contains("plans:read");
    }

    private String publish(String code) {
        JsonNode plan = client.createPlan(code);
        client.publish(plan);
        return plan.path("id").asString();
    }

    private String versionOf(String plan) {
        return client.plan(plan).at("/currentVersion/id").asString();
    }

    private int statementsOf(List<Map<String, String>> representations) {
        statements.reset(client.workspace());
        entities(representations);
        return statements.count(client.workspace());
    }

    private JsonNode entities(List<Map<String, String>> representations) {
        return client.data(ENTITIES, Map.of("representations", representations)).path("_entities");
    }

    private static Map<String, String> plan(String id) {
        return Map.of("__typename", "Plan", "id", id);
    }
}
