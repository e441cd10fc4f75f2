package io.missionbrief.broker.queue;

import io.missionbrief.broker.http.Answer;
import io.missionbrief.broker.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** ElasticMQ as its own clients see it. */
final class ElasticMq implements AutoCloseable {

    /** Longer than the 20 seconds that SQS lets a client wait for a message. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static final List<String> TOLD =
            List.of("Accept", "Authorization", "Content-Type", "X-Amz-Target", "x-amzn-query-mode");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI address;

    ElasticMq(URI address) {
        this.address = address;
    }

    Answer ask(Request request, String body) {
        try {
            return answer(client.send(forwarded(request, body), BodyHandlers.ofString()));
        } catch (IOException cause) {
            throw new UncheckedIOException("ElasticMQ does not answer", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the broker ends", cause);
        }
    }

    private HttpRequest forwarded(Request request, String body) {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(address.resolve(request.path()))
                .timeout(LIMIT)
                .method(request.method(), BodyPublishers.ofString(body));
        for (String name : TOLD) {
            request.header(name).ifPresent(value -> forwarded.header(name, value));
        }
        return forwarded.build();
    }

    private static Answer answer(HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type") || name.startsWith("x-amz")) {
                headers.put(name, values.getFirst());
            }
        });
        return new Answer(response.statusCode(), headers, response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
