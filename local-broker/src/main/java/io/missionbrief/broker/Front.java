package io.missionbrief.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.missionbrief.broker.http.Answer;
import io.missionbrief.broker.http.Request;
import io.missionbrief.broker.http.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one address of both services, on 127.0.0.1. */
final class Front implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Front.class);

    /** A batch of 256 KiB whose every byte is escaped is smaller. */
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    private final HttpServer server;

    private Front(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes the port; who connects waits until {@link #serve}.
     *
     * @param port 0 for any that is free
     * @throws BrokerFailure when the port is used
     */
    static Front bind(int port) {
        // A small answer would otherwise wait for a delayed acknowledgement, and a client's pooled connection end under
        // it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        try {
            InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
            return new Front(HttpServer.create(new InetSocketAddress(loopback, port), 256));
        } catch (IOException cause) {
            throw new BrokerFailure(
                    "port " + port + " is used by another process; stop that one, or choose another port", cause);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    void serve(Service topics, Service queues) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                write(exchange, answer(exchange, topics, queues));
            }
        });
        server.start();
    }

    private static Answer answer(HttpExchange exchange, Service topics, Service queues) throws IOException {
        if (isOfBrowser(exchange)) {
            return text(403, "This address is for AWS SDKs on this machine, not for web pages.");
        }
        Request request = read(exchange);
        if (request == null) {
            return text(413, "A request may have " + LARGEST_BODY + " bytes.");
        }
        try {
            return (isForTopics(request) ? topics : queues).answer(request);
        } catch (RuntimeException failure) {
            log.error("a request was not answered", failure);
            return text(500, "The broker failed; its log says why.");
        }
    }

    /** A page of another site must not publish here, be it by a form or by a name that it lets point to this machine. */
    private static boolean isOfBrowser(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return exchange.getRequestHeaders().containsKey("Origin")
                || host == null
                || !HOSTS.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static @Nullable Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return null;
        }
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8));
    }

    /** SNS speaks forms only, and each request is signed for one service. */
    private static boolean isForTopics(Request request) {
        return request.header("X-Amz-Target").isEmpty()
                && request.header("Authorization").orElse("").contains("/sns/aws4_request");
    }

    private static Answer text(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Lets what has begun come to its end for a moment: who waits for a message would wait for long. */
    @Override
    public void close() {
        server.stop(1);
    }
}
