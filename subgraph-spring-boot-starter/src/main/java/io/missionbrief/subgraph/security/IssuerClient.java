package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.outgoing.OutgoingHttp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the issuer and the directory over HTTP. */
final class IssuerClient {

    /** A request may need three answers, one after the other: of keys, token and directory. All of them fit into 10 s. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

    private final RestClient http;

    IssuerClient(OutgoingHttp http) {
        this.http = http.client(ANSWER_LIMIT).build();
    }

    /**
     * @param consequence for the client: what is not possible without the answer, and whose it is
     * @throws RequestException {@link ErrorCode#SERVICE_UNAVAILABLE} for no answer and for one of the 500s
     */
    Answer ask(Function<RestClient, RestClient.RequestHeadersSpec<?>> request, String consequence) {
        Answer answer;
        try {
            answer = request.apply(http)
                    .exchangeForRequiredValue((sent, response) -> new Answer(
                            response.getStatusCode().value(),
                            new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
        } catch (RestClientException failure) {
            throw unavailable(consequence);
        }
        if (answer.status() >= 500) {
            throw unavailable(consequence);
        }
        return answer;
    }

    static RequestException unavailable(String consequence) {
        return new RequestException(
                ErrorCode.SERVICE_UNAVAILABLE, consequence + ": send the same request again in a moment");
    }

    record Answer(int status, String body) {}
}
