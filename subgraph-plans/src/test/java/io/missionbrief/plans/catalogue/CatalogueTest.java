package io.missionbrief.plans.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.PlansClient;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class CatalogueTest {

    private static final String HIERARCHY = """
            query ($first: Int) {
              industries(first: $first) {
                nodes { code categories(first: $first) { nodes { code products(first: $first) { nodes {
                  code category { code industry { code } }
                } } } } }
              }
            }
            """;

    private final PlansClient client;
    private final StatementCounter statements;

    @Autowired
    CatalogueTest(@LocalServerPort int port, StatementCounter statements) {
        this.client = PlansClient.inNewWorkspace(port);
        this.statements = statements;
    }

    @Test
    void leadsFromTheIndustryToTheProductAndBack() {
        JsonNode industries =
                client.data(HIERARCHY, Map.of("first", 10)).path("industries").path("nodes");

        assertThat(industries).hasSizeGreaterThanOrEqualTo(5).allSatisfy(industry -> {
            assertThat(industry.path("categories").path("nodes")).isNotEmpty().allSatisfy(category -> {
                assertThat(category.path("products").path("nodes")).isNotEmpty().allSatisfy(product -> {
                    assertThat(product.at("/category/code")).isEqualTo(category.path("code"));
                    assertThat(product.at("/category/industry/code")).isEqualTo(industry.path("code"));
                });
            });
        });
    }

    @Test
    void needsTheSameNumberOfStatementsWhateverThePageSize() {
        int one = statementsOf(1);

        assertThat(statementsOf(10)).isEqualTo(one);
    }

    @Test
    void isWalkedInPagesWithoutAGapOrARepetition() {
        List<String> walked = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("first", 5));
        JsonNode page;
        do {
            page = client.data("""
                    query ($first: Int, $after: Cursor) {
                      products(sort: { field: CODE, direction: DESC }, first: $first, after: $after) {
                        nodes { code } totalCount pageInfo { hasNextPage endCursor }
                      }
                    }
                    """, variables).path("products");
            page.path("nodes")
                    .forEach(product -> walked.add(product.path("code").asString()));
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(walked)
                .doesNotHaveDuplicates()
                .hasSize(page.path("totalCount").asInt());
        assertThat(walked).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void isFilteredByIndustryAndCategory() {
        JsonNode industry = client.data("{ industries(first: 1) { nodes { id categories { nodes { id code } } } } }")
                .at("/industries/nodes/0");
        String products =
                "query ($filter: ProductFilter) { products(filter: $filter) { nodes { category { code } } } }";

        JsonNode ofIndustry = client.data(
                        products,
                        Map.of(
                                "filter",
                                Map.of("industryId", industry.path("id").asString())))
                .at("/products/nodes");
        JsonNode ofCategory = client.data(
                        products,
                        Map.of(
                                "filter",
                                Map.of(
                                        "categoryId",
                                        industry.at("/categories/nodes/0/id").asString())))
                .at("/products/nodes");

        assertThat(ofIndustry.size()).isGreaterThan(ofCategory.size());
        assertThat(ofCategory)
                .isNotEmpty()
                .allSatisfy(product ->
                        assertThat(product.at("/category/code")).isEqualTo(industry.at("/categories/nodes/0/code")));
    }

    @Test
    void answersAnUnknownIdWithNullAndAMalformedOneWithItsArgument() {
        String query = "query ($id: ID!) { product(id: $id) { code } }";

        assertThat(client.data(query, Map.of("id", UUID.randomUUID()))
                        .path("product")
                        .isNull())
                .isTrue();
        assertThat(client.error(query, Map.of("id", "1")).at("/extensions/code").asString())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(client.error(query, Map.of("id", "1"))
                        .at("/extensions/field")
                        .asString())
                .isEqualTo("id");
    }

    private int statementsOf(int pageSize) {
        statements.reset(client.workspace());
        client.data(HIERARCHY, Map.of("first", pageSize));
        return statements.count(client.workspace());
    }
}
