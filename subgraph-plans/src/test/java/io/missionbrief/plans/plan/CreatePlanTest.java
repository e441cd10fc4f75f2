package io.missionbrief.plans.plan;

import static io.missionbrief.plans.PlansClient.newPlan;
import static io.missionbrief.plans.UserErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.PlansClient;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class CreatePlanTest {

    private final PlansClient client;

    @Autowired
    CreatePlanTest(@LocalServerPort int port) {
        this.client = PlansClient.inNewWorkspace(port);
    }

    @Test
    void makesADraftThatSaysWhatWasGiven() {
        client.attachFibre();
        Map<String, Object> input = newPlan("gold");
        input.put("description", "  Fast.  ");
        input.put("features", List.of(Map.of("name", "Speed", "value", "1 Gbit/s"), Map.of("name", "Router")));
        input.put("activeFrom", "2026-01-01");
        input.put("activeUntil", "2026-12-31");

        JsonNode plan = client.mutate("createPlan", input).path("plan");

        assertThat(plan.path("code").asString()).isEqualTo("GOLD");
        assertThat(plan.path("name").asString()).isEqualTo("Plan gold");
        assertThat(plan.path("description").asString()).isEqualTo("Fast.");
        assertThat(plan.path("status").asString()).isEqualTo("DRAFT");
        assertThat(plan.path("version").asInt()).isEqualTo(1);
        assertThat(plan.at("/features/0/value").asString()).isEqualTo("1 Gbit/s");
        assertThat(plan.at("/features/1/value").isNull()).isTrue();
        assertThat(plan.path("activeFrom").asString()).isEqualTo("2026-01-01");
        assertThat(plan.path("currentVersion").isNull()).isTrue();
        assertThat(plan.at("/product/code").asString()).isEqualTo("FIBRE");
    }

    @Test
    void refusesACodeThatTheWorkspaceHasInWhateverCase() {
        client.createPlan("GOLD");

        assertRefused(client.mutate("createPlan", newPlan("gold")), "ALREADY_EXISTS input.code");
    }

    @Test
    void refusesAProductThatIsNotInTheCatalogue() {
        Map<String, Object> input = newPlan("GOLD");
        input.put("productId", UUID.randomUUID());

        assertRefused(client.mutate("createPlan", input), "NOT_FOUND input.productId");
    }

    @Test
    void refusesAProductThatTheWorkspaceDoesNotSell() {
        assertRefused(client.mutate("createPlan", newPlan("GOLD")), "NOT_ACTIVE input.productId");
    }

    @Test
    void refusesAProductThatTheWorkspaceNoLongerSells() {
        int version = client.attachFibre().path("version").asInt();
        client.mutate("detachProduct", Map.of("productId", PlansClient.FIBRE, "expectedVersion", version));

        assertRefused(client.mutate("createPlan", newPlan("GOLD")), "NOT_ACTIVE input.productId");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndWritesNothing() {
        client.attachFibre();
        Map<String, Object> input = newPlan("not a code");
        input.put("name", " ");
        input.put("description", "x".repeat(4_001));
        input.put("features", List.of(Map.of("name", "")));
        input.put("activeFrom", "2026-02-01");
        input.put("activeUntil", "2026-01-01");

        assertRefused(
                client.mutate("createPlan", input),
                "INVALID_VALUE input.code",
                "REQUIRED input.name",
                "INVALID_VALUE input.description",
                "REQUIRED input.features.0.name",
                "INVALID_VALUE input.activeUntil");
        assertThat(client.data("{ plans { totalCount } }")
                        .at("/plans/totalCount")
                        .asInt())
                .isZero();
    }
}
