package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every change is an event, in the order of the changes and with the whole state. */
@SubgraphTest("plans")
class EventsTest {

    private final PlansClient client;
    private final TenantDatabase database;

    @Autowired
    EventsTest(@LocalServerPort int port, TenantDatabase database) {
        this.client = PlansClient.inNewWorkspace(port);
        this.database = database;
    }

    @Test
    void theLifeOfAPlanIsTold() {
        JsonNode plan = client.createPlan("GOLD");
        String id = plan.path("id").asString();
        client.mutate("updatePlan", Map.of("planId", id, "expectedVersion", 1, "name", "Golden"));
        client.publish(client.plan(id));
        client.publish(client.plan(id));
        client.mutate("retirePlan", Map.of("planId", id, "expectedVersion", 4));
        client.mutate("detachProduct", Map.of("productId", PlansClient.FIBRE, "expectedVersion", 1));

        assertThat(events().stream().map(event -> event.get("type", String.class) + " " + event.get("object_version")))
                .containsExactly(
                        "WorkspaceProduct.Attached 1",
                        "Plan.Created 1",
                        "Plan.Updated 2",
                        "PlanVersion.Published 1",
                        "Plan.VersionPublished 3",
                        "PlanVersion.Retired 2",
                        "PlanVersion.Published 1",
                        "Plan.VersionPublished 4",
                        "PlanVersion.Retired 2",
                        "Plan.Retired 5",
                        "WorkspaceProduct.Detached 2");
    }

    @Test
    void anEventCarriesTheWholeStateAndWhatChanged() {
        JsonNode plan = client.createPlan("GOLD");
        client.mutate(
                "updatePlan", Map.of("planId", plan.path("id").asString(), "expectedVersion", 1, "name", "Golden"));

        Record event = events().getLast();
        JsonNode state = json(event, "state");
        JsonNode changes = json(event, "changes");

        assertThat(state.path("code").asString()).isEqualTo("GOLD");
        assertThat(state.path("name").asString()).isEqualTo("Golden");
        assertThat(state.has("activeFrom")).isTrue();
        assertThat(changes.at("/name/before").asString()).isEqualTo("Plan GOLD");
        assertThat(changes.at("/name/after").asString()).isEqualTo("Golden");
        assertThat(changes.has("code")).isFalse();
    }

    @Test
    void pricesAreToldAsDecimalStrings() {
        JsonNode plan = client.createPlan("GOLD");
        Map<String, Object> input = PlansClient.newVersion(plan);
        input.put("tiers", List.of(Map.of("fromQuantity", 11, "unitPrice", "0.0025")));
        client.mutate("publishPlanVersion", input);

        JsonNode state = json(events().get(2), "state");

        assertThat(state.path("setup").asString()).isEqualTo("25.00");
        assertThat(state.path("currency").asString()).isEqualTo("EUR");
        assertThat(state.at("/tiers/0/unitPrice").asString()).isEqualTo("0.0025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "plan_version", "workspace_product"})
    void aChangeWithoutAnEventCannotBeCommitted(String table) {
        client.publish(client.createPlan("GOLD"));

        assertThatException()
                .isThrownBy(() -> database.write(
                        client.actor(),
                        transaction -> transaction.execute("update " + table + " set version = version + 1")))
                .havingRootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("23000"))
                .withMessageContaining("without an event");
    }

    @Test
    void aPublishedPriceCannotBeChangedByTheApplicationItself() {
        client.publish(client.createPlan("GOLD"));

        assertThatException()
                .isThrownBy(() -> database.write(
                        client.actor(),
                        transaction -> transaction.execute("update plan_version set recurring_minor = 1")))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    private List<Record> events() {
        return database.read(
                client.actor(),
                query -> List.copyOf(
                        query.fetch("select type, object_version, state, changes from event_log order by seq")));
    }

    private static JsonNode json(Record event, String column) {
        return JsonMapper.shared().readTree(event.get(column, String.class));
    }
}
