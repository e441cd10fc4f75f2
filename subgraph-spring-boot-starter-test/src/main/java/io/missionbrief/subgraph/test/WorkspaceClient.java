package io.missionbrief.subgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A client of a subgraph in a workspace that a test has for itself. */
public final class WorkspaceClient {

    private final GraphQlCaller endpoint;
    private final TestToken token;
    private final WorkspaceId workspace;

    private WorkspaceClient(GraphQlCaller endpoint, TestToken token, WorkspaceId workspace) {
        this.endpoint = endpoint;
        this.token = token;
        this.workspace = workspace;
    }

    /** A user with these scopes in a workspace that nobody else uses. */
    public static WorkspaceClient inNewWorkspace(int port, String... scopes) {
        WorkspaceId workspace = new WorkspaceId("w" + UUID.randomUUID());
        TestToken token =
                TestIssuer.shared().token().workspace(workspace.value()).scopes(scopes);
        return new WorkspaceClient(GraphQlCaller.at(port), token, workspace);
    }

    /** The same user with other scopes. */
    public WorkspaceClient withScopes(String... scopes) {
        return new WorkspaceClient(endpoint, token.scopes(scopes), workspace);
    }

    /** Another user of the same workspace, with the same scopes. */
    public WorkspaceClient as(String user) {
        return new WorkspaceClient(endpoint, token.user(user), workspace);
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    /** The subgraph as this client calls it. */
    public GraphQlCaller caller() {
        return endpoint.as(token);
    }

    /** The data of an answer without errors. */
    public JsonNode data(String document, Map<String, ?> variables) {
        JsonNode answer = caller().execute(document, variables);
        assertThat(answer.path("errors").isMissingNode())
                .as("no errors in %s", answer)
                .isTrue();
        return answer.path("data");
    }

    public JsonNode data(String document) {
        return data(document, Map.of());
    }

    /** The first error of an answer that has one. */
    public JsonNode error(String document, Map<String, ?> variables) {
        JsonNode answer = caller().execute(document, variables);
        assertThat(answer.path("errors").isEmpty()).as("an error in %s", answer).isFalse();
        return answer.path("errors").path(0);
    }

    public JsonNode error(String document) {
        return error(document, Map.of());
    }

    /**
     * The payload of a mutation, which may have userErrors.
     *
     * @param field the mutation, whose input type is named after it
     * @param selection what of the payload is asked for beside its userErrors
     */
    public JsonNode mutate(String field, String selection, Map<String, ?> input) {
        String type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input!";
        String document = "mutation ($input: " + type + ") { " + field + "(input: $input) { " + selection
                + " userErrors { code field message } } }";
        return data(document, Map.of("input", input)).path(field);
    }

    /** What a mutation that was done has made or changed. */
    public JsonNode done(String field, String object, String selection, Map<String, ?> input) {
        JsonNode payload = mutate(field, object + " { " + selection + " }", input);
        assertThat(payload.path("userErrors")).as(payload.toString()).isEmpty();
        return payload.path(object);
    }

    /** The code of the only userError of a mutation that was refused, and the path of its field, such as {@code REQUIRED input.name}. */
    public String refusal(String field, Map<String, ?> input) {
        JsonNode errors = mutate(field, "__typename", input).path("userErrors");
        assertThat(errors).as(errors.toString()).hasSize(1);
        StringBuilder path = new StringBuilder();
        errors.path(0).path("field").forEach(step -> path.append('.').append(step.asString()));
        return errors.path(0).path("code").asString() + " " + path.substring(1);
    }
}
