package io.missionbrief.examplename;

import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.GoldenEvents;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.WorkspaceClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest("examplename")
class GoldenEventsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase database;

    @Test
    void eachEventIsTheOneUnderReview() {
        WorkspaceClient client = ExampleThings.client(port);
        String id = ExampleThings.create(client, "First").path("id").asString();
        Map<String, ?> change = Map.of("examplenounId", id, "expectedVersion", 1, "name", "Other", "note", "Seen");
        ExampleThings.done(client, "updateExampleThing", change);

        GoldenEvents.assertUnchanged(database, client.workspace(), "examplename");
    }
}
