package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.Neighbours;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class AssignAndTagLeadTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;
    private String id = "";

    @BeforeEach
    void lead() {
        workspace = TestWorkspace.at(port);
        id = workspace.newLead("Ada").path("id").asString();
    }

    @Test
    void givesALeadToASalespersonAndTakesItAway() {
        String owner = UUID.randomUUID().toString();

        JsonNode given = workspace.lead("assignLead", Map.of("leadId", id, "expectedVersion", 1, "ownerId", owner));
        JsonNode same = workspace.lead("assignLead", Map.of("leadId", id, "expectedVersion", 2, "ownerId", owner));
        JsonNode taken = workspace.lead("assignLead", Map.of("leadId", id, "expectedVersion", 2));

        assertThat(given.path("owner").path("id").asString()).isEqualTo(owner);
        assertThat(same.path("version").asInt()).isEqualTo(2);
        assertThat(taken.path("owner").isNull()).isTrue();
        assertThat(taken.path("version").asInt()).isEqualTo(3);
    }

    @Test
    void refusesAnOwnerThatCannotBe() {
        JsonNode error = workspace.error("assignLead", Map.of("leadId", id, "expectedVersion", 1, "ownerId", "me"));

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("extensions").path("field").asString()).isEqualTo("input.ownerId");
    }

    @Test
    void refusesAnOwnerWhoIsNoMemberOfTheWorkspace() {
        String stranger = Neighbours.unknown();

        JsonNode assigned =
                workspace.refusal("assignLead", Map.of("leadId", id, "expectedVersion", 1, "ownerId", stranger));
        JsonNode created = workspace.refusal("createLead", Map.of("name", "Grace", "ownerId", stranger));

        assertThat(assigned.path("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(assigned.path("field").toString()).isEqualTo("[\"input\",\"ownerId\"]");
        assertThat(created.path("code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void assignsNothingWhileAdminDoesNotAnswer() {
        JsonNode error = workspace.error(
                "assignLead", Map.of("leadId", id, "expectedVersion", 1, "ownerId", Neighbours.unanswered()));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(workspace
                        .lead("assignLead", Map.of("leadId", id, "expectedVersion", 1))
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void putsTagsOnAndTakesThemOff() {
        JsonNode tagged =
                workspace.lead("tagLead", Map.of("leadId", id, "expectedVersion", 1, "add", List.of("VIP", "berlin")));
        JsonNode untagged = workspace.lead(
                "tagLead",
                Map.of("leadId", id, "expectedVersion", 2, "add", List.of("paris"), "remove", List.of("Berlin", "x")));

        assertThat(tagged.path("tags").toString()).isEqualTo("[\"berlin\",\"vip\"]");
        assertThat(untagged.path("tags").toString()).isEqualTo("[\"paris\",\"vip\"]");
    }

    @Test
    void keepsTheVersionWhenTheTagsAreThereAlready() {
        workspace.lead("tagLead", Map.of("leadId", id, "expectedVersion", 1, "add", List.of("vip")));

        JsonNode again = workspace.lead("tagLead", Map.of("leadId", id, "expectedVersion", 2, "add", List.of("VIP")));

        assertThat(again.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void refusesEmptyTagsAndTooManyOfThem() {
        List<String> fifty = IntStream.range(0, 50).mapToObj(i -> "tag" + i).toList();
        workspace.lead("tagLead", Map.of("leadId", id, "expectedVersion", 1, "add", fifty));

        JsonNode empty = workspace.refusal("tagLead", Map.of("leadId", id, "expectedVersion", 2, "add", List.of(" ")));
        JsonNode oneMore =
                workspace.refusal("tagLead", Map.of("leadId", id, "expectedVersion", 2, "add", List.of("more")));

        assertThat(empty.path("code").asString()).isEqualTo("REQUIRED");
        assertThat(oneMore.path("code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(oneMore.path("message").asString()).contains("50");
    }
}
