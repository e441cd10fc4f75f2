package io.missionbrief.subgraph.security;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;

/** Finds the actor of a request: of its own token over HTTP, of its socket's token over WebSocket. */
public final class Callers {

    private static final String KEY = Actor.class.getName();

    private Callers() {}

    /** Who makes the request; null when nobody has been authenticated. */
    public static @Nullable Actor of(WebGraphQlRequest request) {
        return request instanceof WebSocketGraphQlRequest message
                ? (Actor) message.getSessionInfo().getAttributes().get(KEY)
                : ActorAuthentication.current();
    }

    /** Who makes the plain HTTP request that this thread serves; null when it came without a token. */
    public static @Nullable Actor ofHttp() {
        return ActorAuthentication.current();
    }

    static void keep(Actor actor, WebSocketSessionInfo session) {
        session.getAttributes().put(KEY, actor);
    }
}
