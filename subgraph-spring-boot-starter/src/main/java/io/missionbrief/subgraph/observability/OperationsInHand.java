package io.missionbrief.subgraph.observability;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorResponse;
import io.missionbrief.subgraph.error.RequestException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts the operations that run over WebSockets, and lets no more begin once the subgraph stops. Over HTTP the web server
 * does the same.
 */
final class OperationsInHand implements WebGraphQlInterceptor, Ordered {

    private int running;
    private boolean refusing;

    /** Outside of everything: what another interceptor still does is part of the operation. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request instanceof WebSocketGraphQlRequest)) {
            return chain.next(request);
        }
        if (!begin()) {
            return Mono.just(ErrorResponse.to(request, goingAway()));
        }
        var streams = new AtomicBoolean();
        return chain.next(request)
                .map(response -> untilItsEnd(response, streams))
                .doFinally(signal -> {
                    if (!streams.get()) {
                        end();
                    }
                });
    }

    /** Lets operations begin, at the start. */
    synchronized void accept() {
        refusing = false;
    }

    /**
     * Lets no more begin, and waits for those that run.
     *
     * @return whether all have ended in time
     */
    synchronized boolean drain(Duration atMost) throws InterruptedException {
        refusing = true;
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); running > 0 && left > 0; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return running == 0;
    }

    /** A stream is in hand until it ends, anything else until its answer has been handed to the socket. */
    private WebGraphQlResponse untilItsEnd(WebGraphQlResponse response, AtomicBoolean streams) {
        if (response.<Object>getData() instanceof Publisher<?> stream) {
            streams.set(true);
            Flux<?> counted = Flux.from(stream).doFinally(signal -> end());
            return response.transform(builder -> builder.data(counted));
        }
        return response;
    }

    private synchronized boolean begin() {
        if (refusing) {
            return false;
        }
        running++;
        return true;
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }

    private static RequestException goingAway() {
        return new RequestException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "This server is going away: connect again at once",
                Map.of("reason", "SHUTDOWN"));
    }
}
