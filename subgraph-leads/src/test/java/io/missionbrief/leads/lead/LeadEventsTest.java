package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.EventRows;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class LeadEventsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase worker;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void tellEachChangeOnce() {
        String id = workspace.newLead("Ada").path("id").asString();
        workspace.lead("updateLead", Map.of("leadId", id, "expectedVersion", 1, "company", "Engines"));
        workspace.lead("changeLeadStatus", Map.of("leadId", id, "expectedVersion", 2, "status", "CONTACTED"));
        workspace.lead(
                "assignLead",
                Map.of(
                        "leadId",
                        id,
                        "expectedVersion",
                        3,
                        "ownerId",
                        UUID.randomUUID().toString()));
        workspace.lead("tagLead", Map.of("leadId", id, "expectedVersion", 4, "add", List.of("vip")));
        workspace.lead("tagLead", Map.of("leadId", id, "expectedVersion", 5, "add", List.of("vip")));
        workspace.refusal("changeLeadStatus", Map.of("leadId", id, "expectedVersion", 5, "status", "WON"));

        assertThat(events().types())
                .containsExactly(
                        "Lead.New 1", "Lead.Updated 2", "Lead.StatusChange 3", "Lead.Assigned 4", "Lead.Tagged 5");
    }

    @Test
    void tellTheWholeStateAndWhatChanged() {
        JsonNode lead = workspace.newLead("Ada");
        workspace.lead(
                "changeLeadStatus",
                Map.of(
                        "leadId",
                        lead.path("id").asString(),
                        "expectedVersion",
                        1,
                        "status",
                        "LOST",
                        "reason",
                        "price"));

        JsonNode state = events().state(1);
        JsonNode changes = events().changes(1);

        assertThat(state.path("reference")).isEqualTo(lead.path("reference"));
        assertThat(state.path("status").asString()).isEqualTo("LOST");
        assertThat(state.has("statusReason")).isTrue();
        assertThat(state.path("version").asInt()).isEqualTo(2);
        assertThat(changes.path("status").toString()).isEqualTo("{\"after\":\"LOST\",\"before\":\"NEW\"}");
        assertThat(changes.has("name")).isFalse();
    }

    @Test
    void sealWhatDescribesThePerson() {
        workspace.lead(
                "createLead",
                Map.of(
                        "name", "Ada Lovelace",
                        "email", "ada@example.com",
                        "phone", "+4930901820",
                        "company", "Lovelace and Co",
                        "sourceDetail", "recommended by Mr Lovelace",
                        "externalReference", "lovelace-1815",
                        "consent", Map.of("status", "GIVEN", "source", "told Mrs Lovelace"),
                        "raw", Map.of("name", "Ada Lovelace"),
                        "fields", Map.of("nickname", "Lovelace")));

        JsonNode lead = workspace.data("{ leads { nodes { id } } }").at("/leads/nodes/0");
        workspace.lead(
                "changeLeadStatus",
                Map.of(
                        "leadId",
                        lead.path("id").asString(),
                        "expectedVersion",
                        1,
                        "status",
                        "LOST",
                        "reason",
                        "Lovelace has no money"));

        String log = events().text();

        assertThat(log).doesNotContainIgnoringCase("Lovelace").doesNotContain("ada@example.com", "4930901820");
        assertThat(events().state(0).has("name")).isTrue();
    }

    private EventRows events() {
        return EventRows.of(worker, workspace.id());
    }
}
