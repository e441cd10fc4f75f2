package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class DuplicatesTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void areThoseWithTheSameEmailWhateverTheCapitalsOrTheSamePhone() {
        workspace.lead("createLead", Map.of("name", "mail", "email", "ADA@example.com"));
        workspace.lead("createLead", Map.of("name", "phone", "phone", "+49 30 901820"));
        workspace.lead("createLead", Map.of("name", "stranger", "email", "bob@example.com"));
        workspace.lead("createLead", Map.of("name", "both", "email", "ada@EXAMPLE.com", "phone", "+4930901820"));
        JsonNode ada = workspace
                .payload(
                        "createLead",
                        "lead { duplicates { name } }",
                        Map.of("name", "ada", "email", "ada@example.com", "phone", "+4930901820"))
                .path("lead");

        assertThat(names(ada)).containsExactly("mail", "phone", "both");
    }

    @Test
    void areNotLeadsOfWhichNeitherIsKnown() {
        workspace.newLead("Ada");

        JsonNode other = workspace
                .payload("createLead", "lead { duplicates { name } }", Map.of("name", "Ada"))
                .path("lead");

        assertThat(names(other)).isEmpty();
    }

    @Test
    void areNotLeadsOfAnotherWorkspace() {
        TestWorkspace.at(port).lead("createLead", Map.of("name", "foreign", "email", "ada@example.com"));

        JsonNode ada = workspace
                .payload(
                        "createLead", "lead { duplicates { name } }", Map.of("name", "ada", "email", "ada@example.com"))
                .path("lead");

        assertThat(names(ada)).isEmpty();
    }

    @Test
    void areTwentyAtMostTheOldestFirst() {
        for (int i = 0; i < 25; i++) {
            workspace.lead("createLead", Map.of("name", "lead" + i, "phone", "+4930901820"));
        }

        JsonNode newest = workspace
                .data("{ leads(first: 1) { nodes { duplicates { name } } } }")
                .path("leads")
                .path("nodes")
                .get(0);

        assertThat(names(newest)).hasSize(20).startsWith("lead0", "lead1");
    }

    private static List<String> names(JsonNode lead) {
        return lead.path("duplicates").values().stream()
                .map(duplicate -> duplicate.path("name").asString())
                .toList();
    }
}
