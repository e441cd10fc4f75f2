package io.missionbrief.leads.workspace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans and admin as leads sees them: over real HTTP. Every plan is for sale and everybody a member, but for those of whom a
 * test says otherwise. Ids are random, so that no test meets another one's.
 */
public final class Neighbours {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> UNKNOWN = ConcurrentHashMap.newKeySet();
    private static final Set<String> RETIRED = ConcurrentHashMap.newKeySet();
    private static final Set<String> UNANSWERED = ConcurrentHashMap.newKeySet();
    private static final HttpServer SERVER = start();

    private Neighbours() {}

    /** The id of nothing: of no plan, and of no member of the workspace. */
    public static String unknown() {
        return oneOf(UNKNOWN);
    }

    /** Takes a plan out of sale. */
    public static void retire(String plan) {
        RETIRED.add(plan);
    }

    /** An id about which there is no answer. */
    public static String unanswered() {
        return oneOf(UNANSWERED);
    }

    private static String oneOf(Set<String> ids) {
        String id = UUID.randomUUID().toString();
        ids.add(id);
        return id;
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/plans",
                    exchange -> answer(
                            exchange,
                            request -> plan(request.at("/variables/id").asString())));
            server.createContext("/admin", exchange -> answer(exchange, Neighbours::users));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, @Nullable Object> plan(String id) {
        return Collections.singletonMap(
                "plan", UNKNOWN.contains(id) ? null : Map.of("status", RETIRED.contains(id) ? "RETIRED" : "ACTIVE"));
    }

    private static Map<String, @Nullable Object> users(JsonNode request) {
        List<@Nullable Object> users = new ArrayList<>();
        request.at("/variables/users").forEach(user -> {
            String id = user.path("id").asString();
            users.add(UNKNOWN.contains(id) ? null : Map.of("id", id));
        });
        return Map.of("_entities", users);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = JSON.writeValueAsString(Map.of("data", answer.to(JSON.readTree(request))))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(UNANSWERED.stream().anyMatch(request::contains) ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private interface Answer {
        Map<String, @Nullable Object> to(JsonNode request);
    }

    /** Tells the subgraph under test where they are. */
    public static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = "http://127.0.0.1:" + SERVER.getAddress().getPort();
            TestPropertyValues.of(
                            "mission-brief.leads.plans-url=" + url + "/plans",
                            "mission-brief.leads.admin-url=" + url + "/admin")
                    .applyTo(context);
        }
    }
}
