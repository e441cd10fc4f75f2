package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class ChangeLeadStatusTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void leadsThroughTheWholeFunnel() {
        JsonNode won = walk("CONTACTED", "QUALIFIED", "APPLIED", "OFFERED", "WON");

        assertThat(won.path("status").asString()).isEqualTo("WON");
        assertThat(won.path("version").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NEW                 | NEW       | CONTACTED or LOST",
                "NEW                 | WON       | CONTACTED or LOST",
                "CONTACTED           | NEW       | QUALIFIED or LOST",
                "CONTACTED QUALIFIED | OFFERED   | APPLIED or LOST",
                "CONTACTED QUALIFIED APPLIED         | WON | OFFERED or LOST",
                "CONTACTED QUALIFIED APPLIED OFFERED | NEW | WON or LOST",
                "LOST                | WON       | NEW or CONTACTED or QUALIFIED",
                "CONTACTED QUALIFIED APPLIED OFFERED WON | LOST | OFFERED",
            })
    void refusesAnIllegalStepAndNamesTheLegalOnes(String way, String step, String legal) {
        JsonNode lead = walk(way.equals("NEW") ? new String[0] : way.split(" "));

        JsonNode refusal = workspace.refusal(
                "changeLeadStatus",
                Map.of(
                        "leadId",
                        lead.path("id").asString(),
                        "expectedVersion",
                        lead.path("version").asInt(),
                        "status",
                        step,
                        "reason",
                        "because"));

        assertThat(refusal.path("code").asString()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(refusal.path("field").toString()).isEqualTo("[\"input\",\"status\"]");
        assertThat(refusal.path("message").asString()).endsWith("it can become " + legal);
    }

    @Test
    void wantsAReasonToGiveALeadUpAndKeepsIt() {
        JsonNode lead = workspace.newLead("Ada");

        JsonNode refusal = workspace.refusal("changeLeadStatus", step(lead, "LOST"));
        assertThat(refusal.path("code").asString()).isEqualTo("REQUIRED");
        assertThat(refusal.path("field").toString()).isEqualTo("[\"input\",\"reason\"]");

        JsonNode lost = walk("LOST");
        assertThat(lost.path("statusReason").asString()).isEqualTo("because");
    }

    @Test
    void wantsAReasonToReopenALead() {
        JsonNode lost = walk("LOST");

        assertThat(workspace
                        .refusal("changeLeadStatus", step(lost, "CONTACTED"))
                        .path("code")
                        .asString())
                .isEqualTo("REQUIRED");
        assertThat(walk("LOST", "QUALIFIED", "APPLIED").path("status").asString())
                .isEqualTo("APPLIED");
        assertThat(walk("CONTACTED", "QUALIFIED", "APPLIED", "OFFERED", "WON", "OFFERED")
                        .path("status")
                        .asString())
                .isEqualTo("OFFERED");
    }

    @Test
    void forgetsTheReasonOfAFormerStep() {
        JsonNode reopened = walk("LOST", "NEW");

        JsonNode contacted = workspace.lead("changeLeadStatus", step(reopened, "CONTACTED"));

        assertThat(contacted.path("statusReason").isNull()).isTrue();
    }

    @Test
    void refusesAStatusThatThereIsNot() {
        JsonNode error = workspace.error("changeLeadStatus", step(workspace.newLead("Ada"), "SOLD"));

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asString()).contains("LeadStatus");
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        JsonNode lead = workspace.newLead("Ada");

        JsonNode refusal = workspace.refusal(
                "changeLeadStatus",
                Map.of(
                        "leadId",
                        lead.path("id").asString(),
                        "expectedVersion",
                        1,
                        "status",
                        "LOST",
                        "reason",
                        "r".repeat(2001)));

        assertThat(refusal.path("code").asString()).isEqualTo("INVALID_VALUE");
        assertThat(refusal.path("message").asString()).contains("2000");
    }

    @Test
    void showsTheLegalSteps() {
        String id = walk("CONTACTED").path("id").asString();

        assertThat(workspace
                        .data("{ lead(id: \"" + id + "\") { nextStatuses } }")
                        .path("lead")
                        .path("nextStatuses")
                        .toString())
                .isEqualTo("[\"QUALIFIED\",\"LOST\"]");
    }

    private JsonNode walk(String... steps) {
        JsonNode lead = workspace.newLead("Ada");
        for (String step : steps) {
            lead = workspace.lead(
                    "changeLeadStatus",
                    Map.of(
                            "leadId",
                            lead.path("id").asString(),
                            "expectedVersion",
                            lead.path("version").asInt(),
                            "status",
                            step,
                            "reason",
                            "because"));
        }
        return lead;
    }

    private static Map<String, Object> step(JsonNode lead, String status) {
        return Map.of(
                "leadId", lead.path("id").asString(),
                "expectedVersion", lead.path("version").asInt(),
                "status", status);
    }
}
