package io.missionbrief.examplename;

import io.missionbrief.subgraph.test.WorkspaceClient;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the tests do with example things, each in a workspace of its own. */
public final class ExampleThings {

    private static final String FIELDS = "id name note version";

    private ExampleThings() {}

    /** Somebody who may do everything, in a new workspace. */
    public static WorkspaceClient client(int port) {
        return WorkspaceClient.inNewWorkspace(port, "examplename:read", "examplename:write");
    }

    /** One example thing that was made. */
    public static JsonNode create(WorkspaceClient client, String name) {
        return done(client, "createExampleThing", Map.of("name", name));
    }

    /** The example thing after a mutation that was done. */
    public static JsonNode done(WorkspaceClient client, String mutation, Map<String, ?> input) {
        return client.done(mutation, "exampleThing", FIELDS, input);
    }
}
