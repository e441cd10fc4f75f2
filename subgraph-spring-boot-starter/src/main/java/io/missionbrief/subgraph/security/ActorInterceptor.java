package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorResponse;
import io.missionbrief.subgraph.error.RequestException;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import reactor.core.publisher.Mono;

/**
 * Puts the {@link Actor} into the {@code GraphQLContext} under the key {@code Actor.class}: of the request over HTTP, of
 * {@code connection_init} over WebSocket. A socket whose token is not good is closed with 4401, one whose token cannot be
 * checked at the moment with 1013; one whose token has ended answers no new operation.
 */
final class ActorInterceptor implements WebSocketGraphQlInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ActorInterceptor.class);

    private final Actors actors;
    private final Clock clock;

    ActorInterceptor(Actors actors, Clock clock) {
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo session, Map<String, Object> payload) {
        ConnectionInit init = new ConnectionInit(payload);
        return Mono.fromCallable(() -> actorOf(session, init))
                .doOnNext(actor -> {
                    init.keepIn(session);
                    Callers.keep(actor, session);
                })
                .doOnError(failure -> RefusableSocket.refuse(session, reason(failure)))
                .then(Mono.empty());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Actor actor = Callers.of(request);
        if (actor == null) {
            return Mono.just(
                    unauthenticated(request, "The request has no token: send one, and then the request again"));
        }
        if (!actor.expiresAt().isAfter(clock.instant())) {
            return Mono.just(
                    unauthenticated(request, "The token ended at " + actor.expiresAt() + ": " + wayOut(request)));
        }
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(Actor.class, actor)).build());
        return chain.next(request);
    }

    private Actor actorOf(WebSocketSessionInfo session, ConnectionInit init) {
        String token = BearerHeader.token(init.value("Authorization"));
        if (token != null) {
            return actors.of(token);
        }
        // A client that can set headers may have sent the token with the upgrade.
        if (session.getPrincipal().block() instanceof ActorAuthentication upgrade) {
            return upgrade.getPrincipal();
        }
        throw new RequestException(ErrorCode.UNAUTHENTICATED, "connection_init has no payload Authorization");
    }

    private static RequestException reason(Throwable failure) {
        if (failure instanceof RequestException reason) {
            return reason;
        }
        LOG.error("A connection_init failed", failure);
        return new RequestException(ErrorCode.INTERNAL, "Something went wrong on our side; try again later");
    }

    private static String wayOut(WebGraphQlRequest request) {
        return request instanceof WebSocketGraphQlRequest ? "connect again with a new one" : "ask for a new one";
    }

    private static WebGraphQlResponse unauthenticated(WebGraphQlRequest request, String message) {
        return ErrorResponse.to(request, new RequestException(ErrorCode.UNAUTHENTICATED, message));
    }
}
