package io.missionbrief.plans;

import static io.missionbrief.plans.UserErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What one workspace makes is for another one as if it were not there. */
@SubgraphTest("plans")
class IsolationTest {

    private final PlansClient owner;
    private final PlansClient stranger;
    private JsonNode plan;
    private JsonNode version;

    @Autowired
    IsolationTest(@LocalServerPort int port) {
        this.owner = PlansClient.inNewWorkspace(port);
        this.stranger = PlansClient.inNewWorkspace(port);
    }

    @BeforeEach
    void publishAPlan() {
        plan = owner.createPlan("GOLD");
        version = owner.publish(plan);
    }

    @Test
    void listsAreEmpty() {
        JsonNode lists = stranger.data("{ plans { totalCount nodes { id } } workspaceProducts { totalCount } }");

        assertThat(lists.at("/plans/totalCount").asInt()).isZero();
        assertThat(lists.at("/plans/nodes")).isEmpty();
        assertThat(lists.at("/workspaceProducts/totalCount").asInt()).isZero();
    }

    @Test
    void idsAndCodesLeadNowhere() {
        JsonNode found = stranger.data("""
                query ($plan: ID!, $version: ID!) {
                  byId: plan(id: $plan) { id }
                  byCode: plan(code: "GOLD") { id }
                  planVersion(id: $version) { id }
                  priceOfPlan: planPrice(planId: $plan) { quantity }
                  priceOfVersion: planPrice(planVersionId: $version) { quantity }
                  planPrices(lines: [{ planVersionId: $version }]) { quantity }
                }
                """, Map.of("plan", id(plan), "version", id(version)));

        assertThat(found.path("planPrices").path(0).isNull()).isTrue();
        assertThat(List.of("byId", "byCode", "planVersion", "priceOfPlan", "priceOfVersion"))
                .allSatisfy(field -> assertThat(found.path(field).isNull()).isTrue());
    }

    @Test
    void entitiesAreNull() {
        EntityTester.of(stranger.caller(), "Plan").assertHidden(List.of(id(plan)));
        EntityTester.of(stranger.caller(), "PlanVersion").assertHidden(List.of(id(version)));
        EntityTester.of(stranger.caller(), "WorkspaceProduct").assertHidden(List.of(id(owner.attachFibre())));
    }

    @Test
    void mutationsDoNotFindIt() {
        Map<String, Object> change = Map.of("planId", id(plan), "expectedVersion", 2);

        assertRefused(stranger.mutate("updatePlan", change), "NOT_FOUND input.planId");
        assertRefused(stranger.mutate("retirePlan", change), "NOT_FOUND input.planId");
        assertRefused(stranger.mutate("publishPlanVersion", PlansClient.newVersion(plan)), "NOT_FOUND input.planId");
        assertRefused(
                stranger.mutate("detachProduct", Map.of("productId", PlansClient.FIBRE, "expectedVersion", 1)),
                "NOT_FOUND input.productId");
        assertThat(owner.plan(id(plan)).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void itsCodeIsFree() {
        assertThat(id(stranger.createPlan("GOLD"))).isNotEqualTo(id(plan));
    }

    private static String id(JsonNode object) {
        return object.path("id").asString();
    }
}
