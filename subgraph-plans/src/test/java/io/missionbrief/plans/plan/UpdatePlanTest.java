package io.missionbrief.plans.plan;

import static io.missionbrief.plans.UserErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.PlansClient;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class UpdatePlanTest {

    private final PlansClient client;

    @Autowired
    UpdatePlanTest(@LocalServerPort int port) {
        this.client = PlansClient.inNewWorkspace(port);
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        JsonNode plan = client.createPlan("GOLD");

        JsonNode updated = update(plan, Map.of("name", "Golden", "features", List.of(Map.of("name", "Router"))))
                .path("plan");

        assertThat(updated.path("name").asString()).isEqualTo("Golden");
        assertThat(updated.at("/features/0/name").asString()).isEqualTo("Router");
        assertThat(updated.path("code")).isEqualTo(plan.path("code"));
        assertThat(updated.path("billingPeriod")).isEqualTo(plan.path("billingPeriod"));
        assertThat(updated.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void emptiesWhatIsGivenAsNull() {
        JsonNode plan = update(client.createPlan("GOLD"), Map.of("description", "Fast", "activeFrom", "2026-01-01"))
                .path("plan");
        Map<String, @Nullable Object> emptied = new HashMap<>();
        emptied.put("description", null);
        emptied.put("activeFrom", null);

        JsonNode updated = update(plan, emptied).path("plan");

        assertThat(updated.path("description").isNull()).isTrue();
        assertThat(updated.path("activeFrom").isNull()).isTrue();
    }

    @Test
    void aChangeToWhatIsThereAlreadyLeavesTheVersion() {
        JsonNode plan = client.createPlan("GOLD");

        JsonNode updated =
                update(plan, Map.of("name", plan.path("name").asString())).path("plan");

        assertThat(updated).isEqualTo(plan);
    }

    @Test
    void refusesToEmptyWhatHasToBeThere() {
        Map<String, @Nullable Object> emptied = new HashMap<>();
        emptied.put("name", null);
        emptied.put("billingPeriod", null);
        emptied.put("features", null);

        assertRefused(
                update(client.createPlan("GOLD"), emptied),
                "REQUIRED input.name",
                "REQUIRED input.billingPeriod",
                "REQUIRED input.features");
    }

    @Test
    void refusesADateThatContradictsTheOneThatStays() {
        JsonNode plan = update(client.createPlan("GOLD"), Map.of("activeFrom", "2026-06-01"))
                .path("plan");

        assertRefused(update(plan, Map.of("activeUntil", "2026-05-31")), "INVALID_VALUE input.activeUntil");
    }

    @Test
    void refusesAnOldVersionAndSaysThePresentOne() {
        JsonNode plan = client.createPlan("GOLD");
        update(plan, Map.of("name", "Golden"));

        JsonNode payload = update(plan, Map.of("name", "Silver"));

        assertRefused(payload, "STALE_VERSION input.expectedVersion");
        assertThat(payload.at("/userErrors/0/message").asString()).contains("2");
        assertThat(client.plan(plan.path("id").asString()).path("name").asString())
                .isEqualTo("Golden");
    }

    @Test
    void refusesAnUnknownPlan() {
        assertRefused(
                client.mutate(
                        "updatePlan", Map.of("planId", UUID.randomUUID(), "expectedVersion", 1, "name", "Golden")),
                "NOT_FOUND input.planId");
    }

    @Test
    void refusesARetiredPlan() {
        JsonNode plan = client.createPlan("GOLD");
        JsonNode retired = client.mutate(
                        "retirePlan", Map.of("planId", plan.path("id").asString(), "expectedVersion", 1))
                .path("plan");

        assertRefused(update(retired, Map.of("name", "Golden")), "RETIRED input.planId");
    }

    @Test
    void namesAMalformedId() {
        JsonNode error = client.error(
                PlansClient.mutation("updatePlan"), Map.of("input", Map.of("planId", "gold", "expectedVersion", 1)));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/extensions/field").asString()).isEqualTo("input.planId");
    }

    private JsonNode update(JsonNode plan, Map<String, @Nullable Object> change) {
        Map<String, @Nullable Object> input = new HashMap<>(change);
        input.put("planId", plan.path("id").asString());
        input.put("expectedVersion", plan.path("version").asInt());
        return client.mutate("updatePlan", input);
    }
}
