package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class LeadCountsTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;

    @BeforeEach
    void leads() {
        workspace = TestWorkspace.at(port);
        workspace.lead("createLead", Map.of("name", "Ada", "source", "WEBSITE", "sourceDetail", "Google"));
        workspace.lead("createLead", Map.of("name", "Bob", "source", "WEBSITE", "sourceDetail", "Google"));
        workspace.lead("createLead", Map.of("name", "Cyd", "source", "WEBSITE", "sourceDetail", "google"));
        JsonNode dan = workspace.newLead("Dan");
        workspace.lead(
                "changeLeadStatus",
                Map.of("leadId", dan.path("id").asString(), "expectedVersion", 1, "status", "CONTACTED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by: [SOURCE]                                   | WEBSITE=3 MANUAL=1",
                "by: [SOURCE_DETAIL]                            | Google=2 google=1 null=1",
                "by: [STATUS]                                   | NEW=3 CONTACTED=1",
                "by: [STATUS, SOURCE]                           | WEBSITE/NEW=3 MANUAL/CONTACTED=1",
                "by: [SOURCE], filter: {sourceDetail: [null]}   | MANUAL=1",
                "by: [STATUS], filter: {sourceDetail: [\"Google\", null]} | NEW=2 CONTACTED=1",
                "by: [STATUS], filter: {sourceDetail: []}       |",
                "by: [STATUS], filter: {source: [META]}         |",
            })
    void countsTheLeadsOfEachGroupTheLargestFirst(String arguments, String expected) {
        JsonNode counts = counts(workspace, arguments);

        List<String> groups = new ArrayList<>();
        int sum = 0;
        for (JsonNode group : counts.path("groups")) {
            groups.add(written(group) + "=" + group.path("count").asInt());
            sum += group.path("count").asInt();
        }
        assertThat(String.join(" ", groups)).isEqualTo(expected == null ? "" : expected);
        assertThat(counts.path("total").asInt()).isEqualTo(sum);
        assertThat(counts.path("remaining").asInt()).isZero();
    }

    @Test
    void countsTheSmallestOfManyGroupsTogether() {
        TestWorkspace other = TestWorkspace.at(port);
        for (int i = 0; i < 102; i++) {
            other.lead("createLead", Map.of("name", "Ada", "sourceDetail", "page " + i));
        }

        JsonNode counts = counts(other, "by: [SOURCE_DETAIL]");

        assertThat(counts.path("groups").size()).isEqualTo(100);
        assertThat(counts.path("remaining").asInt()).isEqualTo(2);
        assertThat(counts.path("total").asInt()).isEqualTo(102);
    }

    @Test
    void countsNoLeadOfAnotherWorkspace() {
        assertThat(counts(TestWorkspace.at(port), "by: [SOURCE]").path("total").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "[SOURCE, SOURCE]"})
    void asksForEachDimensionOnce(String by) {
        JsonNode error = workspace
                .answer("{ leadCounts(by: " + by + ") { total } }", Map.of())
                .path("errors")
                .get(0);

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("extensions").path("field").asString()).isEqualTo("by");
    }

    private static JsonNode counts(TestWorkspace workspace, String arguments) {
        return workspace
                .data("{ leadCounts(" + arguments
                        + ") { total remaining groups { source sourceDetail status count } } }")
                .path("leadCounts");
    }

    private static String written(JsonNode group) {
        List<String> parts = new ArrayList<>();
        for (String dimension : List.of("source", "sourceDetail", "status")) {
            if (!group.path(dimension).isNull()) {
                parts.add(group.path(dimension).asString());
            }
        }
        return parts.isEmpty() ? "null" : String.join("/", parts);
    }
}
