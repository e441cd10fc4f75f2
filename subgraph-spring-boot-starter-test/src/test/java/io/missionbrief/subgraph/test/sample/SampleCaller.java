package io.missionbrief.subgraph.test.sample;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A user of the sample subgraph in a workspace of their own. */
record SampleCaller(int port, WorkspaceId workspace, String user) {

    static final String CREATE = """
            mutation ($input: CreateEntryInput!) {
              createEntry(input: $input) { entry { id title } userErrors { code field message } }
            }
            """;

    static SampleCaller at(int port) {
        return new SampleCaller(port, new WorkspaceId("w" + UUID.randomUUID()), "ann");
    }

    GraphQlCaller with(String... scopes) {
        return GraphQlCaller.at(port)
                .as(TestIssuer.shared()
                        .token()
                        .user(user)
                        .workspace(workspace.value())
                        .scopes(scopes));
    }

    GraphQlCaller reader() {
        return with("entries:read");
    }

    GraphQlCaller writer() {
        return with("entries:read", "entries:write");
    }

    String create(String title, int rank) {
        JsonNode answer = writer().execute(CREATE, Map.of("input", Map.of("title", title, "rank", rank)));
        return answer.at("/data/createEntry/entry/id").asString();
    }

    List<String> titles() {
        return reader().execute("{ entries(first: 100) { nodes { title } } }")
                .at("/data/entries/nodes")
                .valueStream()
                .map(node -> node.path("title").asString())
                .toList();
    }
}
