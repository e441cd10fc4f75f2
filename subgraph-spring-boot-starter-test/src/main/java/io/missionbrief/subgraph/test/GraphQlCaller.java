package io.missionbrief.subgraph.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a subgraph, or the router, as a client does: over real HTTP and graphql-transport-ws. Immutable. */
public final class GraphQlCaller {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI endpoint;
    private final Map<String, String> headers;

    private GraphQlCaller(URI endpoint, Map<String, String> headers) {
        this.endpoint = endpoint;
        this.headers = headers;
    }

    /** A caller without a token of the subgraph that listens at a local port. */
    public static GraphQlCaller at(int port) {
        return at(URI.create("http://127.0.0.1:" + port + "/graphql"));
    }

    /** A caller without a token of any GraphQL endpoint. */
    public static GraphQlCaller at(URI endpoint) {
        return new GraphQlCaller(endpoint, Map.of());
    }

    public GraphQlCaller as(TestToken token) {
        return as(token.sign());
    }

    /** The same endpoint, called with this token, good or bad. */
    public GraphQlCaller as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same caller with one more header. */
    public GraphQlCaller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new GraphQlCaller(endpoint, more);
    }

    public JsonNode execute(String document) {
        return execute(document, Map.of());
    }

    /** The body of the answer, {@code data} and {@code errors}, whatever its status. */
    public JsonNode execute(String document, Map<String, ?> variables) {
        return JSON.readTree(send(document, variables).body());
    }

    /** The HTTP answer to an operation, for tests of status and headers. */
    public HttpResponse<String> send(String document, Map<String, ?> variables) {
        return post(JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
    }

    /** The HTTP answer to any body. */
    public HttpResponse<String> post(String body) {
        return send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The HTTP answer to a GET of another path of the same server. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)));
    }

    public LiveSubscription subscribe(String document) {
        return subscribe(document, Map.of());
    }

    /**
     * Subscribes over a WebSocket of its own, the token and all other headers in {@code connection_init}. When this returns, the server has
     * taken the operation or closed the socket.
     */
    public LiveSubscription subscribe(String document, Map<String, ?> variables) {
        LiveSubscription subscription = LiveSubscription.open(webSocket());
        subscription.start(headers, Map.of("query", document, "variables", variables));
        return subscription;
    }

    private URI webSocket() {
        return URI.create(endpoint.toString().replaceFirst("^http", "ws") + "/ws");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return HTTP.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
