package io.missionbrief.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.LiveSubscription;
import io.missionbrief.subgraph.test.TestIssuer;
import io.missionbrief.subgraph.test.TestToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody who sells in a workspace of their own, through the API. */
public final class Seller {

    private static final String ERRORS = " userErrors { code field message } ";
    private static final String[] SCOPES = {
        "quotes:read", "quotes:write", "offers:read", "offers:write", "offers:send", "offers:withdraw"
    };

    private final String workspace;
    private final TestToken token;
    private final GraphQlCaller caller;

    private Seller(String workspace, TestToken token, GraphQlCaller caller) {
        this.workspace = workspace;
        this.token = token;
        this.caller = caller;
    }

    /** A seller in a new workspace. */
    public static Seller at(int port) {
        return in("w" + UUID.randomUUID(), port);
    }

    private static Seller in(String workspace, int port) {
        TestToken token = TestIssuer.shared().token().workspace(workspace).scopes(SCOPES);
        return new Seller(workspace, token, GraphQlCaller.at(port).as(token));
    }

    public String workspace() {
        return workspace;
    }

    /** Asks as this person. */
    GraphQlCaller caller() {
        return caller;
    }

    /** The same person with these scopes instead. */
    public Seller with(String... scopes) {
        return new Seller(workspace, token, caller.as(token.scopes(scopes)));
    }

    /** The answer to an operation, with its errors. */
    public JsonNode execute(String document, Map<String, ?> variables) {
        return caller.execute(document, variables);
    }

    public JsonNode execute(String document) {
        return caller.execute(document);
    }

    public LiveSubscription subscribe(String document) {
        return caller.subscribe(document);
    }

    /** The payload of a mutation, whether it was done or refused. */
    public JsonNode mutate(String field, String selection, Map<String, ?> input) {
        String type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input!";
        JsonNode answer = caller.execute(
                "mutation($input: " + type + ") { " + field + "(input: $input) { " + selection + ERRORS + "} }",
                Map.of("input", input));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data").path(field);
    }

    /** A quote of one unit for a new lead. */
    public JsonNode quote(Peers.Version version) {
        return quote(Peers.shared().lead(), version);
    }

    public JsonNode quote(UUID leadId, Peers.Version version) {
        JsonNode payload = mutate("createQuote", "quote { id version }", quoteInput(leadId, line(version, 1)));
        assertThat(payload.path("userErrors").isEmpty()).as(payload.toString()).isTrue();
        return payload.path("quote");
    }

    /** The payload of a revision, whether it was done or refused. */
    public JsonNode revise(JsonNode quote, int expectedVersion, Map<?, ?>... lines) {
        return mutate(
                "reviseQuote",
                "quote { id version }",
                Map.of(
                        "quoteId",
                        quote.path("id").asString(),
                        "expectedVersion",
                        expectedVersion,
                        "lines",
                        List.of(lines)));
    }

    public static Map<String, Object> quoteInput(UUID leadId, Map<?, ?>... lines) {
        return Map.of("leadId", leadId.toString(), "lines", List.of(lines));
    }

    public static Map<String, Object> line(Peers.Version version, int quantity) {
        return Map.of("planVersionId", version.id().toString(), "quantity", quantity);
    }

    /** An offer in status DRAFT to a new lead. */
    public JsonNode offer() {
        return offer(Peers.shared().lead());
    }

    public JsonNode offer(UUID leadId) {
        JsonNode quote = quote(leadId, Peers.shared().sell("10.00", "20.00", "EUR"));
        return offer(quote, Map.of());
    }

    public JsonNode offer(JsonNode quote, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("quoteId", quote.path("id").asString());
        JsonNode payload = mutate("createOffer", "offer { id status version }", input);
        assertThat(payload.path("userErrors").isEmpty()).as(payload.toString()).isTrue();
        return payload.path("offer");
    }

    /** The payload of a mutation that moves an offer on, such as sendOffer. */
    public JsonNode move(String field, JsonNode offer, int expectedVersion) {
        return mutate(
                field,
                "offer { id status version }",
                Map.of("offerId", offer.path("id").asString(), "expectedVersion", expectedVersion));
    }

    /** The codes of a payload's userErrors. */
    public static List<String> codes(JsonNode payload) {
        return payload.path("userErrors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    public static String message(JsonNode payload) {
        return payload.path("userErrors").path(0).path("message").asString();
    }

    /** The code of an answer's first error. */
    public static String errorCode(JsonNode answer) {
        return answer.path("errors").path(0).path("extensions").path("code").asString();
    }
}
