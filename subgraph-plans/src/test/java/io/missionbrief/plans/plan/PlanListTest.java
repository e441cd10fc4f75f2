package io.missionbrief.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.PlansClient;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class PlanListTest {

    private static final String NESTED = """
            query ($first: Int) {
              plans(first: $first) {
                totalCount
                nodes {
                  code
                  product { code category { code industry { code } } }
                  currentVersion { number plan { code } price(quantity: 3) { recurring { amount } } }
                  versions(first: $first) { totalCount nodes { number plan { code } } }
                }
              }
            }
            """;

    private final PlansClient client;
    private final StatementCounter statements;

    @Autowired
    PlanListTest(@LocalServerPort int port, StatementCounter statements) {
        this.client = PlansClient.inNewWorkspace(port);
        this.statements = statements;
    }

    @Test
    void aNestedListNeedsTheSameNumberOfStatementsWhateverThePageSize() {
        for (int count = 1; count <= 5; count++) {
            JsonNode plan = client.createPlan("PLAN-" + count);
            client.publish(plan);
            client.publish(client.plan(plan.path("id").asString()));
        }

        int one = statementsOf(1);

        assertThat(statementsOf(5)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED_AT, ASC, C A B",
        "CREATED_AT, DESC, B A C",
        "CODE, ASC, A B C",
        "CODE, DESC, C B A",
        "NAME, ASC, A B C",
        "NAME, DESC, C B A",
    })
    void aListIsWalkedInItsOrderInBothDirections(String field, String direction, String expected) {
        List.of("C", "A", "B").forEach(client::createPlan);
        Map<String, String> sort = Map.of("field", field, "direction", direction);

        assertThat(walk(sort, "first", "after", "hasNextPage", "endCursor")).containsExactly(expected.split(" ", -1));
        assertThat(walk(sort, "last", "before", "hasPreviousPage", "startCursor")
                        .reversed())
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void aListIsFilteredByStatusAndProduct() {
        client.createPlan("DRAFT");
        client.publish(client.createPlan("ACTIVE"));

        assertThat(codes(Map.of("status", List.of("ACTIVE")))).containsExactly("ACTIVE");
        assertThat(codes(Map.of("status", List.of("ACTIVE", "DRAFT")))).containsExactly("ACTIVE", "DRAFT");
        assertThat(codes(Map.of("status", List.of()))).isEmpty();
        assertThat(codes(Map.of("productId", PlansClient.FIBRE))).containsExactly("ACTIVE", "DRAFT");
        assertThat(codes(Map.of("productId", UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aPlanIsFoundByItsIdAndByItsCodeInWhateverCase() {
        String id = client.createPlan("GOLD").path("id").asString();

        assertThat(client.data("query ($id: ID) { plan(id: $id) { code } }", Map.of("id", id))
                        .at("/plan/code")
                        .asString())
                .isEqualTo("GOLD");
        assertThat(client.data("{ plan(code: \"gold\") { id } }").at("/plan/id").asString())
                .isEqualTo(id);
        assertThat(client.data("{ plan(code: \"no such code!\") { id } }")
                        .path("plan")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ plan { id } } | id",
                "{ plan(id: \"019\", code: \"GOLD\") { id } } | id",
                "{ plan(id: \"gold\") { id } } | id",
                "{ planVersion(id: \"gold\") { id } } | id",
                "{ plans(filter: { productId: \"fibre\" }) { totalCount } } | filter.productId",
                "{ plans(first: 0) { totalCount } } | first",
                "{ plans(first: 101) { totalCount } } | first",
                "{ plans(after: \"nowhere\") { nodes { id } } } | after",
                "{ planPrice(quantity: 1) { quantity } } | planId",
                "{ planPrice(planId: \"gold\") { quantity } } | planId",
                "{ planPrice(planVersionId: \"gold\") { quantity } } | planVersionId",
                "{ planPrices(lines: [{ planVersionId: \"gold\" }]) { quantity } } | lines.0.planVersionId",
            })
    void aMalformedArgumentIsNamed(String query, String field) {
        JsonNode error = client.error(query, Map.of());

        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/extensions/field").asString()).isEqualTo(field);
    }

    private int statementsOf(int pageSize) {
        statements.reset(client.workspace());
        JsonNode plans = client.data(NESTED, Map.of("first", pageSize)).path("plans");
        assertThat(plans.path("nodes")).hasSize(pageSize).allSatisfy(plan -> {
            assertThat(plan.at("/currentVersion/number").asInt()).isEqualTo(2);
            assertThat(plan.at("/currentVersion/plan/code")).isEqualTo(plan.path("code"));
            assertThat(plan.at("/currentVersion/price/recurring/amount").asString())
                    .isEqualTo("30.00");
            assertThat(plan.at("/versions/totalCount").asInt()).isEqualTo(2);
        });
        return statements.count(client.workspace());
    }

    private List<String> walk(Map<String, String> sort, String size, String from, String more, String cursor) {
        String query = "query ($sort: PlanSort, $from: Cursor) { plans(sort: $sort, " + size + ": 2, " + from
                + ": $from) { nodes { code } pageInfo { " + more + " " + cursor + " } } }";
        List<String> walked = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("sort", sort));
        JsonNode page;
        do {
            page = client.data(query, variables).path("plans");
            List<String> codes = codes(page);
            walked.addAll("last".equals(size) ? codes.reversed() : codes);
            variables.put("from", page.at("/pageInfo/" + cursor).asString());
        } while (page.at("/pageInfo/" + more).asBoolean());
        return walked;
    }

    private List<String> codes(Map<String, ?> filter) {
        return codes(client.data(
                        "query ($filter: PlanFilter) { plans(filter: $filter) { nodes { code } } }",
                        Map.of("filter", filter))
                .path("plans"));
    }

    private static List<String> codes(JsonNode page) {
        return StreamSupport.stream(page.path("nodes").spliterator(), false)
                .map(plan -> plan.path("code").asString())
                .toList();
    }
}
