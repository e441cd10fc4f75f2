package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.EntityTester;
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
        List<String> visible = List.of(idOfNewLead(workspace), idOfNewLead(workspace));
        String foreign = idOfNewLead(TestWorkspace.at(port));

        EntityTester.of(workspace.caller(), "Lead")
                .assertAnsweredInPlace(
                        visible, List.of(foreign, UUID.randomUUID().toString()));
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

    private static String idOfNewLead(TestWorkspace workspace) {
        return workspace.newLead("Ada").path("id").asString();
    }

    private void entities(String... ids) {
        List<Map<String, String>> representations = List.of(ids).stream()
                .map(id -> Map.of("__typename", "Lead", "id", id))
                .toList();
        workspace.data(
                "query($r: [_Any!]!) { _entities(representations: $r) { ... on Lead { name } } }",
                Map.of("r", representations));
    }
}
