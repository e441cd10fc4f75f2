package io.missionbrief.plans.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.PlansClient;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class PlanPriceTest {

    private static final String PRICE = """
            query ($plan: ID, $version: ID, $quantity: Int! = 3, $on: Date) {
              planPrice(planId: $plan, planVersionId: $version, quantity: $quantity, on: $on) {
                planVersion { id number plan { code } } quantity on available unavailableBecause billingPeriod
                setup { amount currency } recurring { amount } firstPayment { amount }
                components { kind description quantity unitPrice amount }
              }
            }
            """;

    private static final String PRICES = """
            query ($lines: [PlanPriceInput!]!) {
              planPrices(lines: $lines) {
                available quantity recurring { amount } planVersion { id status retiredAt plan { id status } }
              }
            }
            """;

    private final PlansClient client;
    private final StatementCounter statements;

    @Autowired
    PlanPriceTest(@LocalServerPort int port, StatementCounter statements) {
        this.client = PlansClient.inNewWorkspace(port);
        this.statements = statements;
    }

    @Test
    void isExplainedStepByStep() {
        JsonNode version = client.publish(client.createPlan("GOLD"));

        JsonNode price = client.data(PRICE, Map.of("version", version.path("id").asString()))
                .path("planPrice");

        assertThat(price.path("available").asBoolean()).isTrue();
        assertThat(price.path("on").asString()).isEqualTo(today().toString());
        assertThat(price.at("/setup/amount").asString()).isEqualTo("25.00");
        assertThat(price.at("/recurring/amount").asString()).isEqualTo("30.00");
        assertThat(price.at("/firstPayment/amount").asString()).isEqualTo("55.00");
        assertThat(price.at("/components/1/description").asString()).isEqualTo("3 units at 10.00 EUR");
        assertThat(price.at("/components/1/amount").asString()).isEqualTo("30.00");
        assertThat(price.at("/planVersion/plan/code").asString()).isEqualTo("GOLD");
    }

    @Test
    void ofAPlanIsThatOfItsVersionOfTheDay() {
        JsonNode plan = client.createPlan("GOLD");
        client.publish(plan);
        client.publish(client.plan(plan.path("id").asString()));

        JsonNode today = client.data(PRICE, Map.of("plan", plan.path("id").asString()));
        JsonNode yesterday = client.data(PRICE, Map.of("plan", plan.path("id").asString(), "on", today().minusDays(1)));

        assertThat(today.at("/planPrice/planVersion/number").asInt()).isEqualTo(2);
        assertThat(yesterday.path("planPrice").isNull()).isTrue();
    }

    @Test
    void ofARetiredVersionCanBeSeenButNotHad() {
        JsonNode plan = client.createPlan("GOLD");
        JsonNode first = client.publish(plan);
        client.publish(client.plan(plan.path("id").asString()));

        JsonNode price = client.data(PRICE, Map.of("version", first.path("id").asString()))
                .path("planPrice");

        assertThat(price.path("available").asBoolean()).isFalse();
        assertThat(price.path("unavailableBecause").asString()).isEqualTo("RETIRED");
        assertThat(price.at("/recurring/amount").asString()).isEqualTo("30.00");
    }

    @Test
    void ofManyLinesComesInTheirOrderWithNullInThePlaceOfAnUnknownOne() {
        JsonNode gold = client.publish(client.createPlan("GOLD"));
        JsonNode silver = client.publish(client.createPlan("SILVER"));

        JsonNode prices = client.data(
                        PRICES,
                        Map.of(
                                "lines",
                                List.of(line(gold, 1), line(UUID.randomUUID(), 1), line(silver, 2), line(gold, 4))))
                .path("planPrices");

        assertThat(prices.at("/0/recurring/amount").asString()).isEqualTo("10.00");
        assertThat(prices.path(1).isNull()).isTrue();
        assertThat(prices.at("/2/planVersion/id")).isEqualTo(silver.path("id"));
        assertThat(prices.at("/3/recurring/amount").asString()).isEqualTo("40.00");
        assertThat(prices.at("/3/planVersion/plan/status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void ofManyLinesNeedsTheSameNumberOfStatementsAsOfOne() {
        JsonNode gold = client.publish(client.createPlan("GOLD"));
        JsonNode silver = client.publish(client.createPlan("SILVER"));

        int one = statementsOf(List.of(line(gold, 1)));

        assertThat(statementsOf(List.of(line(gold, 1), line(silver, 1), line(gold, 2))))
                .isEqualTo(one);
    }

    @Test
    void ofMoreThanAHundredLinesIsRefused() {
        JsonNode error = client.error(PRICES, Map.of("lines", Collections.nCopies(101, line(UUID.randomUUID(), 1))));

        assertThat(error.at("/extensions/field").asString()).isEqualTo("lines");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void ofAnImpossibleQuantityIsRefused(int quantity) {
        JsonNode error = client.error(PRICE, Map.of("version", UUID.randomUUID(), "quantity", quantity));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/extensions/field").asString()).isEqualTo("quantity");
    }

    private int statementsOf(List<Map<String, Object>> lines) {
        statements.reset(client.workspace());
        client.data(PRICES, Map.of("lines", lines));
        return statements.count(client.workspace());
    }

    private static Map<String, Object> line(JsonNode version, int quantity) {
        return Map.of("planVersionId", version.path("id").asString(), "quantity", quantity);
    }

    private static Map<String, Object> line(UUID version, int quantity) {
        return Map.of("planVersionId", version, "quantity", quantity);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
