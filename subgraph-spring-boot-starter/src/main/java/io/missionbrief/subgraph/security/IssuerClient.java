package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the issuer, and says {@link ErrorCode#SERVICE_UNAVAILABLE} when it does not answer. */
final class IssuerClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** @throws RequestException {@link ErrorCode#SERVICE_UNAVAILABLE} for no answer and for one of the 500s */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw unavailable();
            }
            return response;
        } catch (IOException failure) {
            throw unavailable();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    @Override
    public void close() {
        http.close();
    }

    static RequestException unavailable() {
        return new RequestException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "The token cannot be checked, because the issuer does not answer: send the same request again in a moment");
    }
}
