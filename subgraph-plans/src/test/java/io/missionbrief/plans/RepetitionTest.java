package io.missionbrief.plans;

import static io.missionbrief.plans.UserErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What comes twice, or from many at once, acts once. */
@SubgraphTest("plans")
class RepetitionTest {

    private static final int WRITERS = 50;

    private final PlansClient client;

    @Autowired
    RepetitionTest(@LocalServerPort int port) {
        this.client = PlansClient.inNewWorkspace(port);
    }

    @Test
    void ofFiftyWritersWithOneExpectedVersionOneWins() throws Exception {
        JsonNode plan = client.createPlan("GOLD");

        List<JsonNode> payloads = atOnce(writer -> () -> client.mutate(
                "updatePlan",
                Map.of("planId", plan.path("id").asString(), "expectedVersion", 1, "name", "Writer " + writer)));

        List<JsonNode> winners = payloads.stream()
                .filter(payload -> payload.path("userErrors").isEmpty())
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(payloads)
                .filteredOn(payload -> !winners.contains(payload))
                .allSatisfy(loser -> assertRefused(loser, "STALE_VERSION input.expectedVersion"));
        assertThat(client.plan(plan.path("id").asString()).path("name"))
                .isEqualTo(winners.getFirst().at("/plan/name"));
    }

    @Test
    void ofFiftyPublicationsWithOneExpectedVersionOneWins() throws Exception {
        JsonNode plan = client.createPlan("GOLD");

        List<JsonNode> payloads = atOnce(_ -> () -> client.mutate("publishPlanVersion", PlansClient.newVersion(plan)));

        assertThat(payloads)
                .filteredOn(payload -> payload.path("userErrors").isEmpty())
                .hasSize(1);
        assertThat(client.plan(plan.path("id").asString())
                        .at("/currentVersion/number")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void ofFiftyPlansWithOneCodeOneIsMade() throws Exception {
        client.attachFibre();

        List<JsonNode> payloads = atOnce(_ -> () -> client.mutate("createPlan", PlansClient.newPlan("GOLD")));

        assertThat(payloads)
                .filteredOn(payload -> payload.path("userErrors").isEmpty())
                .hasSize(1);
    }

    @Test
    void aRetryWithTheSameKeyAnswersWhatTheFirstCallMade() {
        client.attachFibre();
        Map<String, Object> input = PlansClient.newPlan("GOLD");
        input.put("idempotencyKey", "retry-1");

        JsonNode first = client.mutate("createPlan", input);
        JsonNode second = client.mutate("createPlan", input);

        assertThat(second).isEqualTo(first);
        assertThat(client.data("{ plans { totalCount } }")
                        .at("/plans/totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void fiftyRetriesAtOnceActOnce() throws Exception {
        Map<String, Object> input = PlansClient.newVersion(client.createPlan("GOLD"));
        input.put("idempotencyKey", "retry-50");

        List<JsonNode> payloads = atOnce(_ -> () -> client.mutate("publishPlanVersion", input));

        assertThat(payloads)
                .allSatisfy(payload -> assertThat(payload.path("userErrors")).isEmpty());
        assertThat(payloads.stream()
                        .map(payload -> payload.at("/planVersion/id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherInputIsRefused() {
        client.attachFibre();
        Map<String, Object> input = PlansClient.newPlan("GOLD");
        input.put("idempotencyKey", "retry-2");
        client.mutate("createPlan", input);
        input.put("code", "SILVER");

        assertRefused(client.mutate("createPlan", input), "IDEMPOTENCY_KEY_REUSED input.idempotencyKey");
    }

    private static List<JsonNode> atOnce(IntFunction<Callable<JsonNode>> writer) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, WRITERS).mapToObj(writer).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
