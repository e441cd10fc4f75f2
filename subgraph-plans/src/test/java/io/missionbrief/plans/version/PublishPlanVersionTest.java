package io.missionbrief.plans.version;

import static io.missionbrief.plans.PlansClient.newVersion;
import static io.missionbrief.plans.UserErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.PlansClient;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class PublishPlanVersionTest {

    private final PlansClient client;

    @Autowired
    PublishPlanVersionTest(@LocalServerPort int port) {
        this.client = PlansClient.inNewWorkspace(port);
    }

    @Test
    void theFirstPublicationMakesThePlanActive() {
        JsonNode plan = client.createPlan("GOLD");
        Map<String, Object> input = newVersion(plan);
        input.put("tiers", List.of(Map.of("fromQuantity", 11, "unitPrice", "9.123456")));
        input.put("terms", Map.of("minimumPeriods", 12, "text", "Terms"));

        JsonNode version = client.mutate("publishPlanVersion", input).path("planVersion");

        assertThat(version.path("number").asInt()).isEqualTo(1);
        assertThat(version.path("status").asString()).isEqualTo("CURRENT");
        assertThat(version.path("currency").asString()).isEqualTo("EUR");
        assertThat(version.at("/setup/amount").asString()).isEqualTo("25.00");
        assertThat(version.at("/recurring/currency").asString()).isEqualTo("EUR");
        assertThat(version.at("/tiers/0/unitPrice").asString()).isEqualTo("9.123456");
        assertThat(version.at("/terms/minimumPeriods").asInt()).isEqualTo(12);
        assertThat(version.at("/terms/noticeDays").asInt()).isZero();
        assertThat(version.path("billingPeriod").asString()).isEqualTo("MONTHLY");
        assertThat(version.at("/plan/status").asString()).isEqualTo("ACTIVE");
        assertThat(version.at("/plan/version").asInt()).isEqualTo(2);
    }

    @Test
    void aLaterPublicationRetiresTheVersionBefore() {
        JsonNode plan = client.createPlan("GOLD");
        JsonNode first = client.publish(plan);

        JsonNode second = client.publish(client.plan(plan.path("id").asString()));

        JsonNode now = client.data(
                        "query ($id: ID!) { planVersion(id: $id) { status retiredAt plan { currentVersion { id } } } }",
                        Map.of("id", first.path("id").asString()))
                .path("planVersion");
        assertThat(second.path("number").asInt()).isEqualTo(2);
        assertThat(now.path("status").asString()).isEqualTo("RETIRED");
        assertThat(now.path("retiredAt")).isEqualTo(second.path("publishedAt"));
        assertThat(now.at("/plan/currentVersion/id")).isEqualTo(second.path("id"));
    }

    @Test
    void aPublishedVersionKeepsItsBillingPeriod() {
        JsonNode plan = client.createPlan("GOLD");
        JsonNode first = client.publish(plan);
        client.mutate(
                "updatePlan",
                Map.of("planId", plan.path("id").asString(), "expectedVersion", 2, "billingPeriod", "YEARLY"));

        JsonNode second = client.publish(client.plan(plan.path("id").asString()));

        assertThat(first.path("billingPeriod").asString()).isEqualTo("MONTHLY");
        assertThat(second.path("billingPeriod").asString()).isEqualTo("YEARLY");
    }

    @ParameterizedTest
    @CsvSource({
        "setup, -0.01, EUR",
        "recurring, -1, EUR",
        "setup, 0.001, EUR",
        "recurring, 10.5, JPY",
        "recurring, 10.0001, KWD",
        "recurring, 10000000000.01, EUR",
    })
    void refusesAnAmountThatTheCurrencyCannotHave(String field, String amount, String currency) {
        Map<String, Object> input = newVersion(client.createPlan("GOLD"));
        input.put("setup", "0");
        input.put("recurring", "1");
        input.put("currency", currency);
        input.put(field, amount);

        assertRefused(client.mutate("publishPlanVersion", input), "INVALID_VALUE input." + field);
    }

    @Test
    void refusesTiersThatAreNegativeOrDoNotRise() {
        Map<String, Object> input = newVersion(client.createPlan("GOLD"));
        input.put(
                "tiers",
                List.of(
                        Map.of("fromQuantity", 10, "unitPrice", "-1"),
                        Map.of("fromQuantity", 10, "unitPrice", "0.0000001"),
                        Map.of("fromQuantity", 0, "unitPrice", "1")));

        assertRefused(
                client.mutate("publishPlanVersion", input),
                "INVALID_VALUE input.tiers.0.unitPrice",
                "INVALID_VALUE input.tiers.1.fromQuantity",
                "INVALID_VALUE input.tiers.1.unitPrice",
                "INVALID_VALUE input.tiers.2.fromQuantity");
    }

    @Test
    void refusesTooManyTiersAndImpossibleTerms() {
        Map<String, Object> input = newVersion(client.createPlan("GOLD"));
        input.put(
                "tiers",
                IntStream.rangeClosed(1, 21)
                        .mapToObj(from -> Map.of("fromQuantity", from, "unitPrice", "1"))
                        .toList());
        input.put("terms", Map.of("minimumPeriods", -1, "noticeDays", 9_999));

        assertRefused(
                client.mutate("publishPlanVersion", input),
                "INVALID_VALUE input.tiers",
                "INVALID_VALUE input.terms.minimumPeriods",
                "INVALID_VALUE input.terms.noticeDays");
    }

    @Test
    void refusesAnUnknownPlan() {
        Map<String, Object> input = newVersion(client.createPlan("GOLD"));
        input.put("planId", UUID.randomUUID());

        assertRefused(client.mutate("publishPlanVersion", input), "NOT_FOUND input.planId");
    }

    @Test
    void refusesAnOldVersionOfThePlan() {
        JsonNode plan = client.createPlan("GOLD");
        client.publish(plan);

        assertRefused(client.mutate("publishPlanVersion", newVersion(plan)), "STALE_VERSION input.expectedVersion");
    }

    @Test
    void refusesARetiredPlan() {
        JsonNode retired = retire(client.createPlan("GOLD")).path("plan");

        assertRefused(client.mutate("publishPlanVersion", newVersion(retired)), "RETIRED input.planId");
    }

    @Test
    void refusesAPlanWhoseProductIsNoLongerSold() {
        JsonNode plan = client.createPlan("GOLD");
        client.mutate("detachProduct", Map.of("productId", PlansClient.FIBRE, "expectedVersion", 1));

        assertRefused(client.mutate("publishPlanVersion", newVersion(plan)), "NOT_ACTIVE input.planId");
    }

    @Test
    void retiringThePlanRetiresItsVersion() {
        JsonNode plan = client.createPlan("GOLD");
        JsonNode version = client.publish(plan);

        JsonNode retired = retire(client.plan(plan.path("id").asString())).path("plan");

        assertThat(retired.path("status").asString()).isEqualTo("RETIRED");
        assertThat(retired.path("currentVersion").isNull()).isTrue();
        assertThat(client.data(
                                "query ($id: ID!) { planVersion(id: $id) { status } }",
                                Map.of("id", version.path("id").asString()))
                        .at("/planVersion/status")
                        .asString())
                .isEqualTo("RETIRED");
    }

    @Test
    void aPlanIsRetiredOnce() {
        JsonNode retired = retire(client.createPlan("GOLD")).path("plan");

        assertRefused(retire(retired), "RETIRED input.planId");
    }

    private JsonNode retire(JsonNode plan) {
        return client.mutate(
                "retirePlan",
                Map.of(
                        "planId", plan.path("id").asString(),
                        "expectedVersion", plan.path("version").asInt()));
    }
}
