package io.missionbrief.subgraph.test;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One operation on a WebSocket of its own. Every wait has a limit, after which the test fails and says what came instead. */
public final class LiveSubscription implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> payloads = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private volatile CompletableFuture<Void> taken = new CompletableFuture<>();
    private final CompletableFuture<JsonNode> ended = new CompletableFuture<>();
    private final CompletableFuture<JsonNode> refused = new CompletableFuture<>();
    private final CompletableFuture<Closing> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;
    private int operations;

    private LiveSubscription() {}

    static LiveSubscription open(URI address) {
        LiveSubscription subscription = new LiveSubscription();
        subscription.socket = within(
                GraphQlCaller.HTTP
                        .newWebSocketBuilder()
                        .subprotocols("graphql-transport-ws")
                        .connectTimeout(LIMIT)
                        .buildAsync(address, subscription.new Messages()),
                LIMIT,
                "the upgrade to a WebSocket");
        return subscription;
    }

    void start(Map<String, String> headers, Map<String, Object> operation) {
        send("connection_init", headers);
        within(CompletableFuture.anyOf(acknowledged, closed), LIMIT, "an answer to connection_init");
        if (!closed.isDone()) {
            start(operation);
        }
    }

    /** Starts one more operation on the same socket; what it answers comes in the same line. */
    public void start(String document) {
        start(Map.of("query", document));
    }

    private void start(Map<String, Object> operation) {
        operations++;
        taken = new CompletableFuture<>();
        send("subscribe", operation);
        // The server answers in order: its pong says that it has taken the operation.
        send("ping", null);
        within(CompletableFuture.anyOf(taken, closed), LIMIT, "the operation to be taken");
    }

    /** The next payload, {@code data} and {@code errors}, at most ten seconds from now. */
    public JsonNode next() {
        return next(LIMIT);
    }

    public JsonNode next(Duration limit) {
        try {
            JsonNode payload = payloads.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (payload == null) {
                throw new AssertionError("Nothing came within " + limit + "; " + state());
            }
            return payload;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }

    /** The next payloads in their order, each at most ten seconds after the one before. */
    public List<JsonNode> next(int count) {
        List<JsonNode> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(next());
        }
        return list;
    }

    /** What came and was not taken by {@code next} yet. For tests of silence: first await something that comes later. */
    public List<JsonNode> pending() {
        return List.copyOf(payloads);
    }

    /** Waits for the server to end the operation: an array of errors, or null when it completed without. */
    public @Nullable JsonNode end() {
        JsonNode errors = within(ended, LIMIT, "the end of the operation");
        return errors.isArray() ? errors : null;
    }

    /** The first error of an operation that is refused, whether the server says it as an end or as a payload. */
    public JsonNode refusal() {
        within(CompletableFuture.anyOf(ended, refused), LIMIT, "the operation to be refused");
        JsonNode errors = refused.getNow(null);
        return errors != null ? errors.path(0) : ended.join().path(0);
    }

    /** Waits for the server to close the socket, and says with which code. */
    public int closeCode() {
        return within(closed, LIMIT, "the socket to be closed").code();
    }

    /** Waits for the server to close the socket, and says with which reason; empty when it gave none. */
    public String closeReason() {
        return within(closed, LIMIT, "the socket to be closed").reason();
    }

    /** Cancels the operation and keeps the socket. */
    public void cancel() {
        send("complete", null);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private void send(String type, @Nullable Object payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        if (type.equals("subscribe") || type.equals("complete")) {
            message.put("id", String.valueOf(operations));
        }
        if (payload != null) {
            message.put("payload", payload);
        }
        if (socket != null && !closed.isDone()) {
            within(socket.sendText(GraphQlCaller.JSON.writeValueAsString(message), true), LIMIT, "sending " + type);
        }
    }

    private void receive(JsonNode message) {
        switch (message.path("type").asString()) {
            case "connection_ack" -> acknowledged.complete(null);
            case "pong" -> taken.complete(null);
            case "ping" -> {
                // graphql-transport-ws lets a client leave a ping unanswered.
            }
            case "next" -> payload(message.path("payload"));
            case "error", "complete" -> ended.complete(message.path("payload"));
            default -> throw new IllegalStateException("The protocol has no message " + message);
        }
    }

    private void payload(JsonNode payload) {
        payloads.add(payload);
        if (payload.path("errors").isArray()) {
            refused.complete(payload.path("errors"));
        }
    }

    private String state() {
        return "ended: " + ended.getNow(null) + ", closed: " + closed.getNow(null);
    }

    private static <T> T within(CompletionStage<T> stage, Duration limit, String what) {
        try {
            return stage.toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("Waited " + limit + " for " + what, late);
        } catch (ExecutionException failure) {
            throw new AssertionError(what + " failed", failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }

    private record Closing(int code, String reason) {}

    private final class Messages implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                receive(GraphQlCaller.JSON.readTree(message));
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(new Closing(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable failure) {
            closed.complete(new Closing(1006, ""));
        }
    }
}
