package io.missionbrief.subgraph.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a subgraph asks of admin, over real HTTP on a port of its own: the keys of the issuer, tokens for machines, and
 * which workspaces there are. Every workspace is known but those whose id begins with {@code unknown}, unless a test says
 * otherwise.
 */
public final class TestIssuer implements AutoCloseable {

    private static final String ACTIVE = "ACTIVE";
    private static final String GONE = "";
    private static final String DIRECTORY = "/directory/workspaces/";

    private final HttpServer server;
    private final Queue<Asked> requests = new ConcurrentLinkedQueue<>();
    private final Map<String, String> workspaces = new ConcurrentHashMap<>();
    private volatile RSAKey key = newKey();
    private volatile boolean failing;

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    /** The issuer that the tests of this JVM share; it ends with the JVM. */
    public static TestIssuer shared() {
        return Shared.ISSUER;
    }

    /** An issuer for one test that turns its keys or lets it fail. */
    public static TestIssuer start() {
        return start(0);
    }

    /** An issuer at a given port: one that comes up later than the subgraph that trusts it. */
    public static TestIssuer start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            TestIssuer issuer = new TestIssuer(server);
            server.createContext("/", issuer::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The issuer's identifier, the address under which it answers, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** A token to be signed with the present key: of a random user, in no workspace, without scopes, for five minutes. */
    public TestToken token() {
        return TestToken.of(url(), key);
    }

    /** Replaces the key: tokens signed until now are no longer good. */
    public void rotateKey() {
        key = newKey();
    }

    /** Whether it answers 503 to everything from now on. */
    public void failing(boolean fails) {
        failing = fails;
    }

    /** The workspace is there and open from now on. */
    public void open(String workspace) {
        workspaces.put(workspace, ACTIVE);
    }

    /** The workspace is suspended from now on. */
    public void suspend(String workspace) {
        workspaces.put(workspace, "SUSPENDED");
    }

    /** The workspace is not there from now on. */
    public void remove(String workspace) {
        workspaces.put(workspace, GONE);
    }

    /** How many requests came to paths that begin so. */
    public long requestsTo(String path) {
        return requests.stream()
                .filter(request -> request.path().startsWith(path))
                .count();
    }

    /** The header of the last request to this path; null when it had none, or there was no such request. */
    public @Nullable String headerOf(String path, String header) {
        return requests.stream()
                .filter(request -> request.path().equals(path))
                .reduce((earlier, later) -> later)
                .map(request -> request.headers().getFirst(header))
                .orElse(null);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(new Asked(path, exchange.getRequestHeaders()));
            if (failing) {
                send(exchange, 503, "{}");
            } else if (path.equals("/oauth2/jwks")) {
                send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            } else if (path.equals("/oauth2/token")) {
                send(exchange, 200, machineToken(form(exchange)));
            } else if (path.startsWith(DIRECTORY)) {
                sendWorkspace(exchange, path.substring(DIRECTORY.length()));
            } else {
                send(exchange, 404, "{}");
            }
        }
    }

    private void sendWorkspace(HttpExchange exchange, String id) throws IOException {
        String status = workspaces.getOrDefault(id, id.startsWith("unknown") ? GONE : ACTIVE);
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            send(exchange, 401, "{}");
        } else if (status.equals(GONE)) {
            send(exchange, 404, "{}");
        } else {
            send(exchange, 200, "{\"id\":\"%s\",\"status\":\"%s\"}".formatted(id, status));
        }
    }

    private String machineToken(Map<String, String> form) {
        TestToken token = token().user("service:test")
                .scopes(form.getOrDefault("scope", "").split(" "));
        String workspace = form.get("workspace_id");
        String signed = (workspace == null ? token : token.workspace(workspace)).sign();
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                .formatted(signed, Duration.ofMinutes(5).toSeconds());
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(entry -> decoded(entry[0]), entry -> decoded(entry[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private record Asked(String path, Headers headers) {}

    private static final class Shared {
        static final TestIssuer ISSUER = start();
    }
}
