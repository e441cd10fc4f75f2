package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class LeadConcurrencyTest {

    private static final int WRITERS = 50;

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void letsExactlyOneOfFiftyWritersWinThatHaveSeenTheSameVersion() throws Exception {
        String id = workspace.newLead("Ada").path("id").asString();

        List<JsonNode> payloads = atOnce(writer -> workspace.payload(
                "updateLead",
                "lead { name version }",
                Map.of("leadId", id, "expectedVersion", 1, "name", "Writer " + writer)));

        List<JsonNode> winners = payloads.stream()
                .filter(payload -> !payload.path("lead").isNull())
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(payloads.stream()
                        .filter(payload -> payload.path("lead").isNull())
                        .map(payload ->
                                payload.path("userErrors").get(0).path("code").asString()))
                .hasSize(WRITERS - 1)
                .containsOnly("STALE_VERSION");
        assertThat(workspace
                        .data("{ lead(id: \"" + id + "\") { name version } }")
                        .path("lead"))
                .isEqualTo(winners.getFirst().path("lead"));
    }

    @Test
    void makesOneLeadOfFiftyCallsWithOneIdempotencyKey() throws Exception {
        List<JsonNode> payloads = atOnce(writer ->
                workspace.payload("createLead", "lead { id }", Map.of("name", "Ada", "idempotencyKey", "the-same")));

        assertThat(payloads.stream()
                        .map(payload -> payload.path("lead").path("id").asString())
                        .distinct())
                .hasSize(1);
        assertThat(workspace
                        .data("{ leads { totalCount } }")
                        .path("leads")
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    private static List<JsonNode> atOnce(Work work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<JsonNode>> calls = IntStream.range(0, WRITERS)
                    .<Callable<JsonNode>>mapToObj(writer -> () -> work.of(writer))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private interface Work {
        JsonNode of(int writer);
    }
}
