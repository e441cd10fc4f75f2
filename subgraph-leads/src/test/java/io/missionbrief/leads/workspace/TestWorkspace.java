package io.missionbrief.leads.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestIssuer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A workspace that a test has for itself, and a caller in it. */
public final class TestWorkspace {

    /** What a lead answers to in most tests. */
    public static final String LEAD =
            "id reference name email phone status statusReason owner { id } tags score version createdAt updatedAt";

    /** What an application answers to in most tests. */
    public static final String APPLICATION =
            "id reference lead { id } requestedPlan { id } answers status nextStatuses statusReason submittedAt decidedAt version";

    private static final String[] EVERYTHING = {
        "leads:read",
        "leads:write",
        "leads:assign",
        "leads:import",
        "applications:read",
        "applications:write",
        "applications:decide",
        "documents:read",
        "documents:write",
        "checks:read",
        "checks:write"
    };

    private final int port;
    private final String id;
    private final String user;
    private final GraphQlCaller caller;

    private TestWorkspace(int port, String id, String user, String... scopes) {
        this.port = port;
        this.id = id;
        this.user = user;
        this.caller = GraphQlCaller.at(port)
                .as(TestIssuer.shared().token().workspace(id).user(user).scopes(scopes));
    }

    /** A new workspace, and a user in it who may do everything. */
    public static TestWorkspace at(int port) {
        return new TestWorkspace(
                port, "w" + UUID.randomUUID(), UUID.randomUUID().toString(), EVERYTHING);
    }

    /** The same user of the same workspace with fewer rights. */
    public TestWorkspace withScopes(String... scopes) {
        return new TestWorkspace(port, id, user, scopes);
    }

    /** Another user of the same workspace, or a machine, who may do everything. */
    public TestWorkspace as(String otherUser) {
        return new TestWorkspace(port, id, otherUser, EVERYTHING);
    }

    public GraphQlCaller caller() {
        return caller;
    }

    /** Where the subgraph listens. */
    public int port() {
        return port;
    }

    public WorkspaceId id() {
        return new WorkspaceId(id);
    }

    public String user() {
        return user;
    }

    /** The whole answer, errors and all. */
    public JsonNode answer(String document, Map<String, ?> variables) {
        return caller.execute(document, variables);
    }

    /** The data of an answer that has no errors. */
    public JsonNode data(String document, Map<String, ?> variables) {
        JsonNode answer = answer(document, variables);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data");
    }

    public JsonNode data(String document) {
        return data(document, Map.of());
    }

    /** The whole answer to a mutation. */
    public JsonNode mutation(String field, String selection, Map<String, ?> input) {
        return answer(document(field, selection), Map.of("input", input));
    }

    /** The payload of a mutation that has no errors; it may have userErrors. */
    public JsonNode payload(String field, String selection, Map<String, ?> input) {
        return data(document(field, selection), Map.of("input", input)).path(field);
    }

    /** The lead after a mutation of it that was done. */
    public JsonNode lead(String field, Map<String, ?> input) {
        return done(payload(field, "lead { " + LEAD + " }", input), "lead");
    }

    /** The application after a mutation of it that was done. */
    public JsonNode application(String field, Map<String, ?> input) {
        return done(payload(field, "application { " + APPLICATION + " }", input), "application");
    }

    /** The only userError of a mutation that was refused. */
    public JsonNode refusal(String field, Map<String, ?> input) {
        JsonNode payload = payload(field, "__typename", input);
        assertThat(payload.path("userErrors").size()).as(payload.toString()).isEqualTo(1);
        return payload.path("userErrors").get(0);
    }

    /** The only error of a mutation that was not understood or not allowed. */
    public JsonNode error(String field, Map<String, ?> input) {
        JsonNode answer = mutation(field, "__typename", input);
        assertThat(answer.path("errors").size()).as(answer.toString()).isEqualTo(1);
        return answer.path("errors").get(0);
    }

    public JsonNode newLead(String name) {
        return lead("createLead", Map.of("name", name));
    }

    /** An application in status DRAFT that names a plan. */
    public JsonNode newApplication() {
        String leadId = newLead("Ada").path("id").asString();
        return application(
                "createApplication",
                Map.of("leadId", leadId, "requestedPlanId", UUID.randomUUID().toString()));
    }

    private static JsonNode done(JsonNode payload, String object) {
        assertThat(payload.path("userErrors").isEmpty()).as(payload.toString()).isTrue();
        return payload.path(object);
    }

    private static String document(String field, String selection) {
        String type = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + "Input";
        return "mutation($input: " + type + "!) { " + field + "(input: $input) { " + selection
                + " userErrors { code field message } } }";
    }
}
