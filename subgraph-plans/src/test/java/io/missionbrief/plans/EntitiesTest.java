package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final StatementCounter statements;

    @Autowired
    EntitiesTest(@LocalServerPort int port, StatementCounter statements) {
        this.client = PlansClient.inNewWorkspace(port);
        this.statements = statements;
    }

    @Test
    void comeInTheOrderAskedWithNullInThePlaceOfAnUnknownOrMalformedId() {
        JsonNode gold = client.createPlan("GOLD");
        JsonNode silver = client.createPlan("SILVER");
        JsonNode version = client.publish(gold);

        JsonNode entities = entities(List.of(
                plan(silver.path("id").asString()),
                plan("malformed"),
                Map.of("__typename", "PlanVersion", "id", version.path("id").asString()),
                plan(UUID.randomUUID().toString()),
                plan(gold.path("id").asString()),
                plan(silver.path("id").asString())));

        assertThat(entities).hasSize(6);
        assertThat(entities.at("/0/code").asString()).isEqualTo("SILVER");
        assertThat(entities.path(1).isNull()).isTrue();
        assertThat(entities.at("/2/plan/code").asString()).isEqualTo("GOLD");
        assertThat(entities.path(3).isNull()).isTrue();
        assertThat(entities.at("/4/currentVersion/id")).isEqualTo(version.path("id"));
        assertThat(entities.at("/5/code").asString()).isEqualTo("SILVER");
    }

    @Test
    void ofAnEmptyListAreAnEmptyList() {
        assertThat(entities(List.of())).isEmpty();
    }

    @Test
    void needTheSameNumberOfStatementsForOneAndForMany() {
        List<Map<String, String>> representations = new ArrayList<>();
        for (String code : List.of("A", "B", "C")) {
            JsonNode plan = client.createPlan(code);
            client.publish(plan);
            representations.add(plan(plan.path("id").asString()));
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
