package io.missionbrief.subgraph.outgoing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Makes the HTTP clients by which a subgraph asks others. Each call of theirs carries the names of the request at hand. */
public final class OutgoingHttp implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final RequestNames names;

    public OutgoingHttp(RequestNames names) {
        this.names = names;
    }

    /**
     * A client to be finished.
     *
     * @param answerLimit within which an answer is there to its last byte
     */
    public RestClient.Builder client(Duration answerLimit) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(answerLimit);
        return RestClient.builder().requestFactory(requests).requestInterceptor(new NameRequest());
    }

    @Override
    public void close() {
        http.close();
    }

    private final class NameRequest implements ClientHttpRequestInterceptor {

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
                throws IOException {
            names.headers().forEach(request.getHeaders()::set);
            return execution.execute(request, body);
        }
    }
}
