package io.missionbrief.offers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Plans and leads as offers sees them: over real HTTP, with the answers that a test has prepared. */
public final class Peers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Peers SHARED = new Peers();

    private final HttpServer server;
    private final Map<UUID, Version> versions = new ConcurrentHashMap<>();
    private final Set<UUID> leads = ConcurrentHashMap.newKeySet();
    private final Map<UUID, UUID> leadsByApplication = new ConcurrentHashMap<>();
    private final Set<UUID> unanswered = ConcurrentHashMap.newKeySet();

    private Peers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/plans", exchange -> answer(exchange, this::prices));
        server.createContext("/leads", exchange -> answer(exchange, this::lead));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The peers that the tests of this JVM share. Ids are random, so that no test meets another one's. */
    public static Peers shared() {
        return SHARED;
    }

    /** A version of a plan that is for sale. */
    public Version sell(String setup, String recurring, String currency) {
        Version version = new Version(
                UUID.randomUUID(), UUID.randomUUID(), new BigDecimal(setup), new BigDecimal(recurring), currency);
        versions.put(version.id(), version);
        return version;
    }

    /** Takes a version out of sale, for a reason as plans names it. */
    public void withdraw(Version version, String reason) {
        versions.put(version.id(), version.unavailable(reason));
    }

    /** Lets every question about this version fail. */
    public void fail(Version version) {
        unanswered.add(version.id());
    }

    /** A lead that is there. */
    public UUID lead() {
        UUID id = UUID.randomUUID();
        leads.add(id);
        return id;
    }

    /** An application of a lead. */
    public UUID application(UUID leadId) {
        UUID id = UUID.randomUUID();
        leadsByApplication.put(id, leadId);
        return id;
    }

    private @Nullable Object prices(JsonNode variables) {
        List<@Nullable Object> prices = new ArrayList<>();
        for (JsonNode line : variables.path("lines")) {
            UUID id = UUID.fromString(line.path("planVersionId").asString());
            if (unanswered.contains(id)) {
                return null;
            }
            Version version = versions.get(id);
            prices.add(
                    version == null ? null : version.price(line.path("quantity").asInt()));
        }
        return Map.of("planPrices", prices);
    }

    private Object lead(JsonNode variables) {
        Map<String, @Nullable Object> data = new HashMap<>();
        UUID lead = UUID.fromString(variables.path("leadId").asString());
        data.put("lead", leads.contains(lead) ? Map.of("id", lead) : null);
        if (variables.has("applicationId")) {
            UUID owner = leadsByApplication.get(
                    UUID.fromString(variables.path("applicationId").asString()));
            data.put("application", owner == null ? null : Map.of("lead", Map.of("id", owner)));
        }
        return data;
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Object data = answer.to(request.path("variables"));
            byte[] body = JSON.writeValueAsString(data == null ? Map.of() : Map.of("data", data))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(data == null ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Null for a failure. */
    private interface Answer {
        @Nullable
        Object to(JsonNode variables);
    }

    /** A version of a plan, and why it is not available; null when it is. */
    public record Version(
            UUID id,
            UUID planId,
            BigDecimal setup,
            BigDecimal recurring,
            String currency,
            @Nullable String unavailableBecause) {

        Version(UUID id, UUID planId, BigDecimal setup, BigDecimal recurring, String currency) {
            this(id, planId, setup, recurring, currency, null);
        }

        Version unavailable(String reason) {
            return new Version(id, planId, setup, recurring, currency, reason);
        }

        private Map<String, @Nullable Object> price(int quantity) {
            Map<String, @Nullable Object> price = new HashMap<>();
            price.put("available", unavailableBecause == null);
            price.put("unavailableBecause", unavailableBecause);
            price.put("billingPeriod", "MONTHLY");
            price.put("setup", amount(setup));
            price.put("recurring", amount(recurring.multiply(BigDecimal.valueOf(quantity))));
            price.put("planVersion", Map.of("id", id, "plan", Map.of("id", planId, "name", "Plan " + planId)));
            return price;
        }

        private Map<String, Object> amount(BigDecimal amount) {
            return Map.of("amount", amount.toPlainString(), "currency", currency);
        }
    }

    /** Tells the subgraph under test where they are. */
    public static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = "http://127.0.0.1:" + SHARED.server.getAddress().getPort();
            TestPropertyValues.of(
                            "mission-brief.offers.plans-url=" + url + "/plans",
                            "mission-brief.offers.leads-url=" + url + "/leads")
                    .applyTo(context);
        }
    }
}
