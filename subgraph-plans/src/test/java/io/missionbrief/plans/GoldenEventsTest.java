package io.missionbrief.plans;

import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.GoldenEvents;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest("plans")
class GoldenEventsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase database;

    @Test
    void eachEventIsTheOneUnderReview() {
        PlansClient client = PlansClient.inNewWorkspace(port);
        String id = client.createPlan("GOLD").path("id").asString();
        client.mutate(
                "updatePlan",
                Map.of(
                        "planId",
                        id,
                        "expectedVersion",
                        1,
                        "name",
                        "Golden",
                        "activeFrom",
                        "2026-02-01",
                        "features",
                        List.of(Map.of("name", "speed", "value", "fast"))));
        client.publish(client.plan(id));
        Map<String, Object> tiered = PlansClient.newVersion(client.plan(id));
        tiered.put("tiers", List.of(Map.of("fromQuantity", 11, "unitPrice", "0.0025")));
        tiered.put("terms", Map.of("minimumPeriods", 12, "noticeDays", 30, "text", "as agreed"));
        client.mutate("publishPlanVersion", tiered);
        client.mutate("retirePlan", Map.of("planId", id, "expectedVersion", 4));
        client.mutate("detachProduct", Map.of("productId", PlansClient.FIBRE, "expectedVersion", 1));
        client.attachFibre();

        GoldenEvents.assertUnchanged(database, client.workspace(), "plans");
    }
}
