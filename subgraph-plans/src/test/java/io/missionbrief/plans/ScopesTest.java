package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** No field is answered without the scope that the schema asks for. */
@SubgraphTest("plans")
class ScopesTest {

    private final int port;
    private final PlansClient client;

    @Autowired
    ScopesTest(@LocalServerPort int port) {
        this.port = port;
        this.client = PlansClient.inNewWorkspace(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ workspaceProducts { totalCount } }",
                "{ plans { totalCount } }",
                "{ plan(code: \"GOLD\") { id } }",
                "{ planVersion(id: \"00000000-0000-0000-0000-000000000000\") { id } }",
                "{ planPrice(planId: \"00000000-0000-0000-0000-000000000000\") { quantity } }",
                "{ planPrices(lines: []) { quantity } }",
            })
    void aQueryNeedsTheScopeToRead(String query) {
        JsonNode error = client.withScopes("plans:write").error(query, Map.of());

        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.path("message").asString()).contains("plans:read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ industries { totalCount } }",
                "{ products { totalCount } }",
                "{ product(id: \"00000000-0000-0000-0000-000000000000\") { id } }",
            })
    void theCatalogueHasAScopeOfItsOwn(String query) {
        JsonNode error = client.withScopes("plans:read").error(query, Map.of());

        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.path("message").asString()).contains("catalogue:read");
    }

    @ParameterizedTest
    @CsvSource({
        "attachProduct, plans:write",
        "detachProduct, plans:write",
        "createPlan, plans:write",
        "updatePlan, plans:write",
        "retirePlan, plans:retire",
        "publishPlanVersion, plans:publish"
    })
    void aMutationNeedsItsScopeBeforeItsInputIsLookedAt(String mutation, String scope) {
        Map<String, Object> anything = PlansClient.newVersion(client.createPlan("GOLD"));
        JsonNode error = client.withScopes(everyScopeBut(scope))
                .error(PlansClient.mutation(mutation), Map.of("input", inputOf(mutation, anything)));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.path("message").asString()).contains(scope);
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        var answer = GraphQlCaller.at(port).send("{ plans { totalCount } }", Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("UNAUTHENTICATED");
    }

    private static String[] everyScopeBut(String missing) {
        return Stream.of("catalogue:read", "plans:read", "plans:write", "plans:publish", "plans:retire")
                .filter(scope -> !scope.equals(missing))
                .toArray(String[]::new);
    }

    private static Map<String, ?> inputOf(String mutation, Map<String, Object> version) {
        return switch (mutation) {
            case "attachProduct" -> Map.of("productId", UUID.randomUUID());
            case "detachProduct" -> Map.of("productId", UUID.randomUUID(), "expectedVersion", 1);
            case "createPlan" -> PlansClient.newPlan("SILVER");
            case "publishPlanVersion" -> version;
            default -> Map.of("planId", "malformed", "expectedVersion", 1);
        };
    }
}
