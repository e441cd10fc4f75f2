package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class UpdateLeadTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;
    private String id = "";

    @BeforeEach
    void lead() {
        workspace = TestWorkspace.at(port);
        id = workspace
                .lead(
                        "createLead",
                        Map.of("name", "Ada", "email", "ada@example.com", "score", 10, "fields", Map.of("a", 1)))
                .path("id")
                .asString();
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        JsonNode lead = workspace.lead("updateLead", input(1, Map.of("name", "Grace", "phone", "+4930901820")));

        assertThat(lead.path("name").asString()).isEqualTo("Grace");
        assertThat(lead.path("phone").asString()).isEqualTo("+4930901820");
        assertThat(lead.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(lead.path("score").asInt()).isEqualTo(10);
        assertThat(lead.path("version").asInt()).isEqualTo(2);
        assertThat(lead.path("updatedAt").asString())
                .isGreaterThan(lead.path("createdAt").asString());
    }

    @Test
    void refusesTheSourceOfALeadThatHasTheSameExternalReference() {
        fromPartner("Babbage", "B-1");
        id = fromPartner("Lovelace", "B-1");

        JsonNode refusal = workspace.refusal("updateLead", input(1, Map.of("sourceDetail", "Babbage")));

        assertThat(refusal.path("code").asString()).isEqualTo("ALREADY_EXISTS");
        assertThat(refusal.path("field").toString()).isEqualTo("[\"input\",\"sourceDetail\"]");
        assertThat(workspace
                        .lead("updateLead", input(1, Map.of("name", "Grace")))
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void emptiesAFieldByNull() {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("email", null);
        change.put("fields", null);

        JsonNode lead = workspace
                .payload("updateLead", "lead { email fields }", input(1, change))
                .path("lead");

        assertThat(lead.path("email").isNull()).isTrue();
        assertThat(lead.path("fields").isEmpty()).isTrue();
    }

    @Test
    void keepsTheVersionOfALeadThatIsAsItShouldBe() {
        JsonNode lead =
                workspace.lead("updateLead", input(1, Map.of("name", " Ada ", "score", 10, "fields", Map.of("a", 1))));

        assertThat(lead.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void notesAConsent() {
        JsonNode lead = workspace
                .payload(
                        "updateLead",
                        "lead { consent { status at source } }",
                        input(1, Map.of("consent", Map.of("status", "GIVEN", "source", "on the phone"))))
                .path("lead");

        assertThat(lead.path("consent").path("status").asString()).isEqualTo("GIVEN");
        assertThat(lead.path("consent").path("at").isNull()).isFalse();
        assertThat(lead.path("consent").path("source").asString()).isEqualTo("on the phone");
    }

    @Test
    void refusesAnOldVersionAndNamesThePresentOne() {
        workspace.lead("updateLead", input(1, Map.of("name", "Grace")));

        JsonNode refusal = workspace.refusal("updateLead", input(1, Map.of("name", "Mary")));

        assertThat(refusal.path("code").asString()).isEqualTo("STALE_VERSION");
        assertThat(refusal.path("field").toString()).isEqualTo("[\"input\",\"expectedVersion\"]");
        assertThat(refusal.path("message").asString()).contains("2");
        assertThat(workspace
                        .data("{ lead(id: \"" + id + "\") { name } }")
                        .path("lead")
                        .path("name")
                        .asString())
                .isEqualTo("Grace");
    }

    @Test
    void refusesToEmptyWhatMustNotBeEmpty() {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("name", null);
        JsonNode nameless = workspace.lead("updateLead", input(1, change));
        change.put("email", null);

        JsonNode refusal = workspace.refusal("updateLead", input(2, change));

        assertThat(nameless.path("name").isNull()).isTrue();
        assertThat(refusal.path("code").asString()).isEqualTo("REQUIRED");
        assertThat(refusal.path("message").asString()).contains("email", "phone", "company");
    }

    @Test
    void answersTheSameForAnUnknownLeadAndForOneOfAnotherWorkspace() {
        Map<String, Object> unknown =
                Map.of("leadId", UUID.randomUUID().toString(), "expectedVersion", 1, "name", "Mary");

        JsonNode toUnknown = workspace.refusal("updateLead", unknown);
        JsonNode toForeign = TestWorkspace.at(port).refusal("updateLead", input(1, Map.of("name", "Mary")));

        assertThat(toUnknown.path("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(toForeign).isEqualTo(toUnknown);
        assertThat(workspace
                        .data("{ lead(id: \"" + id + "\") { name } }")
                        .path("lead")
                        .path("name")
                        .asString())
                .isEqualTo("Ada");
    }

    @Test
    void refusesAMalformedId() {
        JsonNode error = workspace.error("updateLead", Map.of("leadId", "1-2-3", "expectedVersion", 1, "name", "Mary"));

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("extensions").path("field").asString()).isEqualTo("input.leadId");
    }

    @Test
    void actsOnceForAnIdempotencyKey() {
        Map<String, Object> input = input(1, Map.of("name", "Grace", "idempotencyKey", "once"));

        workspace.lead("updateLead", input);
        JsonNode again = workspace.lead("updateLead", input);

        assertThat(again.path("version").asInt()).isEqualTo(2);
    }

    private String fromPartner(String partner, String externalReference) {
        Map<String, Object> input = Map.of(
                "name", "Ada", "source", "PARTNER", "sourceDetail", partner, "externalReference", externalReference);
        return workspace.lead("createLead", input).path("id").asString();
    }

    private Map<String, Object> input(int expectedVersion, Map<String, ? extends @Nullable Object> change) {
        Map<String, Object> input = new HashMap<>(change);
        input.put("leadId", id);
        input.put("expectedVersion", expectedVersion);
        return input;
    }
}
