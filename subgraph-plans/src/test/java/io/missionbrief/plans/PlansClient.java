package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.WorkspaceClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A client of this subgraph in a workspace of its own. */
public final class PlansClient {

    /** A product of the catalogue, as the migrations put it there. */
    public static final String FIBRE = "01990000-0000-7000-8000-000000030011";

    /** Another one. */
    public static final String MOBILE = "01990000-0000-7000-8000-000000030009";

    private static final String ERRORS = " userErrors { code field message } } }";
    private static final String PLAN = "plan { id code name description status billingPeriod features { name value }"
            + " activeFrom activeUntil version currentVersion { id number } product { code } }";
    private static final String VERSION = "planVersion { id number status billingPeriod currency"
            + " setup { amount currency } recurring { amount currency } tierMode tiers { fromQuantity unitPrice }"
            + " terms { minimumPeriods noticeDays text } publishedAt retiredAt plan { id status version } }";

    private final WorkspaceClient client;
    private final String user;

    private PlansClient(WorkspaceClient client, String user) {
        this.client = client;
        this.user = user;
    }

    public static PlansClient inNewWorkspace(int port) {
        String user = UUID.randomUUID().toString();
        WorkspaceClient client = WorkspaceClient.inNewWorkspace(
                        port, "catalogue:read", "plans:read", "plans:write", "plans:publish", "plans:retire")
                .as(user);
        return new PlansClient(client, user);
    }

    /** The same user with other scopes. */
    public PlansClient withScopes(String... scopes) {
        return new PlansClient(client.withScopes(scopes), user);
    }

    public WorkspaceId workspace() {
        return client.workspace();
    }

    /** The same user, for what a test asks of the application itself. */
    public Actor actor() {
        return new Actor(user, workspace(), Set.of(), Set.of(), Instant.MAX);
    }

    /** The subgraph as this client calls it. */
    public GraphQlCaller caller() {
        return client.caller();
    }

    /** The whole answer. */
    public JsonNode execute(String document, Map<String, ?> variables) {
        return caller().execute(document, variables);
    }

    /** The data of an answer without errors. */
    public JsonNode data(String document, Map<String, ?> variables) {
        return client.data(document, variables);
    }

    public JsonNode data(String document) {
        return client.data(document);
    }

    /** The first error of an answer that has one. */
    public JsonNode error(String document, Map<String, ?> variables) {
        return client.error(document, variables);
    }

    /** The payload of a mutation. */
    public JsonNode mutate(String field, Map<String, ?> input) {
        return data(mutation(field), Map.of("input", input)).path(field);
    }

    /** The operation that {@link #mutate} sends, with a variable {@code input}. */
    public static String mutation(String field) {
        String type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input!";
        String value = switch (field) {
            case "publishPlanVersion" -> VERSION;
            case "attachProduct", "detachProduct" -> "workspaceProduct { id enabled version product { code } }";
            default -> PLAN;
        };
        return "mutation ($input: " + type + ") { " + field + "(input: $input) { " + value + ERRORS;
    }

    public JsonNode attachFibre() {
        return attach(FIBRE);
    }

    public JsonNode attach(String product) {
        return mutate("attachProduct", Map.of("productId", product)).path("workspaceProduct");
    }

    /** A plan in status DRAFT of a product that was attached. */
    public JsonNode createPlan(String code) {
        attachFibre();
        JsonNode payload = mutate("createPlan", newPlan(code));
        assertThat(payload.path("userErrors")).isEmpty();
        return payload.path("plan");
    }

    /** The input of a plan without anything that may be left out. */
    public static Map<String, Object> newPlan(String code) {
        return new HashMap<>(
                Map.of("productId", FIBRE, "code", code, "name", "Plan " + code, "billingPeriod", "MONTHLY"));
    }

    /** The input of prices of a plan as it was read. */
    public static Map<String, Object> newVersion(JsonNode plan) {
        return new HashMap<>(Map.of(
                "planId", plan.path("id").asString(),
                "expectedVersion", plan.path("version").asInt(),
                "currency", "EUR",
                "setup", "25.00",
                "recurring", "10.00"));
    }

    public JsonNode publish(JsonNode plan) {
        JsonNode payload = mutate("publishPlanVersion", newVersion(plan));
        assertThat(payload.path("userErrors")).isEmpty();
        return payload.path("planVersion");
    }

    /** The plan as it is now. */
    public JsonNode plan(String id) {
        return data(
                        "query ($id: ID) { plan(id: $id) { id name status version currentVersion { id number } } }",
                        Map.of("id", id))
                .path("plan");
    }
}
