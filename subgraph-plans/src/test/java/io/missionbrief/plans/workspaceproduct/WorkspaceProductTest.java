package io.missionbrief.plans.workspaceproduct;

import static io.missionbrief.plans.PlansClient.FIBRE;
import static io.missionbrief.plans.UserErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.PlansClient;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("plans")
class WorkspaceProductTest {

    private final PlansClient client;

    @Autowired
    WorkspaceProductTest(@LocalServerPort int port) {
        this.client = PlansClient.inNewWorkspace(port);
    }

    @Test
    void aProductIsAttachedDetachedAndAttachedAgain() {
        JsonNode attached = client.attachFibre();
        JsonNode detached = detach(attached.path("version").asInt()).path("workspaceProduct");
        JsonNode again = client.attachFibre();

        assertThat(attached.path("enabled").asBoolean()).isTrue();
        assertThat(detached.path("enabled").asBoolean()).isFalse();
        assertThat(again.path("enabled").asBoolean()).isTrue();
        assertThat(again.path("id")).isEqualTo(attached.path("id"));
        assertThat(again.path("version").asInt()).isEqualTo(3);
        assertThat(again.at("/product/code").asString()).isEqualTo("FIBRE");
    }

    @Test
    void attachingWhatIsAttachedChangesNothing() {
        JsonNode attached = client.attachFibre();

        assertThat(client.attachFibre()).isEqualTo(attached);
    }

    @Test
    void detachingWhatIsDetachedChangesNothing() {
        JsonNode attached = client.attachFibre();
        JsonNode detached = detach(attached.path("version").asInt());

        assertThat(detach(detached.at("/workspaceProduct/version").asInt())).isEqualTo(detached);
    }

    @Test
    void aProductThatIsNotInTheCatalogueCannotBeAttached() {
        assertRefused(
                client.mutate("attachProduct", Map.of("productId", UUID.randomUUID())), "NOT_FOUND input.productId");
    }

    @Test
    void aProductThatWasNeverAttachedCannotBeDetached() {
        assertRefused(detach(1), "NOT_FOUND input.productId");
    }

    @Test
    void anOldVersionCannotBeDetached() {
        int version = client.attachFibre().path("version").asInt();

        assertRefused(detach(version + 1), "STALE_VERSION input.expectedVersion");
    }

    @Test
    void aMalformedIdIsNamed() {
        JsonNode error =
                client.error(PlansClient.mutation("attachProduct"), Map.of("input", Map.of("productId", "fibre")));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/extensions/field").asString()).isEqualTo("input.productId");
    }

    @Test
    void theListIsFilteredByWhetherAProductIsSold() {
        client.attachFibre();
        String query = "query ($enabled: Boolean) { workspaceProducts(filter: { enabled: $enabled }) { totalCount } }";

        assertThat(client.data(query, Map.of("enabled", true))
                        .at("/workspaceProducts/totalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.data(query, Map.of("enabled", false))
                        .at("/workspaceProducts/totalCount")
                        .asInt())
                .isZero();
    }

    private JsonNode detach(int expectedVersion) {
        return client.mutate("detachProduct", Map.of("productId", FIBRE, "expectedVersion", expectedVersion));
    }
}
