package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class LeadEntitiesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void areAsManyAsAskedForInTheOrderAskedForAndNullWhereNothingIsVisible() {
        String ada = workspace.newLead("Ada").path("id").asString();
        String bob = workspace.newLead("Bob").path("id").asString();
        String foreign = TestWorkspace.at(port).newLead("Eve").path("id").asString();

        JsonNode entities =
                entities(bob, foreign, ada, "malformed", UUID.randomUUID().toString(), bob);

        assertThat(entities.values().stream()
                        .map(entity ->
                                entity.isNull() ? "-" : entity.path("name").asString()))
                .containsExactly("Bob", "-", "Ada", "-", "-", "Bob");
    }

    @Test
    void areReadByOneStatementHoweverManyTheyAre() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(workspace.newLead("Lead " + i).path("id").asString());
        }
        statements.reset(workspace.id());

        entities(ids.toArray(String[]::new));

        assertThat(statements.statements(workspace.id())).hasSize(1);
    }

    @Test
    void areNoneWhenNoneIsAskedFor() {
        assertThat(entities().size()).isZero();
    }

    private JsonNode entities(String... ids) {
        List<Map<String, String>> representations = List.of(ids).stream()
                .map(id -> Map.of("__typename", "Lead", "id", id))
                .toList();
        return workspace
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Lead { name } } }",
                        Map.of("r", representations))
                .path("_entities");
    }
}
