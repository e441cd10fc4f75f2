package io.missionbrief.admin;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestIssuer;
import io.missionbrief.subgraph.test.TestToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The subgraph's clients in tests: its operator, and the people of a workspace of the test's own. */
public record Admin(GraphQlCaller anybody) {

    public static final String PLATFORM = "207732";

    public static Admin at(int port) {
        return new Admin(GraphQlCaller.at(port));
    }

    /** A key that no other test has. */
    public static String newKey() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    public static String newEmail() {
        return UUID.randomUUID() + "@example.com";
    }

    public static TestToken token() {
        return TestIssuer.shared().token();
    }

    public GraphQlCaller operator() {
        return anybody.as(token().workspace(PLATFORM).scopes("admin:access", "workspaces:read"));
    }

    /** Somebody in a workspace with the scopes of its owner. */
    public GraphQlCaller in(String workspace) {
        return in(workspace, UUID.randomUUID().toString());
    }

    public GraphQlCaller in(String workspace, String user) {
        return anybody.as(token().workspace(workspace).user(user).scopes(scopesOf("OWNER")));
    }

    public GraphQlCaller in(String workspace, TestToken token) {
        return anybody.as(token.workspace(workspace));
    }

    /** What the table of roles gives to a role. */
    public static String[] scopesOf(String role) {
        try (InputStream json = new ClassPathResource("roles.json").getInputStream()) {
            return JsonMapper.shared()
                    .readTree(json)
                    .path(role)
                    .valueStream()
                    .map(JsonNode::asString)
                    .toArray(String[]::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The key of a new workspace. */
    public String newWorkspace() {
        String key = newKey();
        JsonNode answer = create(Map.of("workspaceId", key, "name", "Test"));
        if (!answer.at("/data/createWorkspace/workspace/id").asString("").equals(key)) {
            throw new AssertionError(answer);
        }
        return key;
    }

    public JsonNode create(Map<String, ?> input) {
        return create(operator(), input);
    }

    public static JsonNode create(GraphQlCaller caller, Map<String, ?> input) {
        return caller.execute("""
                mutation($input: CreateWorkspaceInput!) {
                  createWorkspace(input: $input) {
                    workspace { id name status planTier settings limits version }
                    userErrors { code field message }
                  }
                }""", Map.of("input", input));
    }

    /** The whole answer to {@code addMember}. */
    public static JsonNode add(GraphQlCaller caller, String email, String role, @Nullable String idempotencyKey) {
        return add(caller, Map.of("email", email, "name", "Ada Test"), role, idempotencyKey);
    }

    public static JsonNode add(
            GraphQlCaller caller, Map<String, String> person, String role, @Nullable String idempotencyKey) {
        Map<String, Object> input = new HashMap<>();
        input.put("person", person);
        input.put("role", role);
        input.put("idempotencyKey", idempotencyKey);
        return caller.execute("""
                mutation($input: AddMemberInput!) {
                  addMember(input: $input) {
                    membership { id version status acceptedAt role { name permissions } user { id name email } workspace { id } }
                    userErrors { code field message }
                  }
                }""", Map.of("input", input));
    }

    /** The whole answer to {@code acceptMembership} by the person who was invited, whose token is bound to no workspace. */
    public JsonNode accept(JsonNode membership) {
        return accept(anybody.as(token().user(membership.at("/user/id").asString())), membership);
    }

    public static JsonNode accept(GraphQlCaller caller, JsonNode membership) {
        return caller.execute(
                """
                mutation($id: ID!, $version: Int!) {
                  acceptMembership(input: {membershipId: $id, expectedVersion: $version}) {
                    membership { id version status acceptedAt workspace { id name } }
                    userErrors { code field message }
                  }
                }""",
                Map.of(
                        "id", membership.path("id").asString(),
                        "version", membership.path("version").asInt()));
    }

    /** A new member of the workspace, invited: {@code id}, {@code version}, {@code role}, {@code user}, {@code workspace}. */
    public JsonNode member(String workspace, String role) {
        JsonNode answer = add(in(workspace), newEmail(), role, null);
        JsonNode membership = answer.at("/data/addMember/membership");
        if (!membership.isObject()) {
            throw new AssertionError(answer);
        }
        return membership;
    }
}
