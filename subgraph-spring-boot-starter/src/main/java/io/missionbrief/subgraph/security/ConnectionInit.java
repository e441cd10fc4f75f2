package io.missionbrief.subgraph.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebSocketSessionInfo;

/**
 * What a WebSocket client sent in {@code connection_init}: its headers, as it were, for a browser can set none.
 *
 * @param payload as sent, of any shape
 */
public record ConnectionInit(Map<String, Object> payload) {

    private static final String KEY = ConnectionInit.class.getName();

    /** What the client of a session sent; empty before it sent anything. */
    public static ConnectionInit of(WebSocketSessionInfo session) {
        return session.getAttributes().get(KEY) instanceof ConnectionInit init ? init : new ConnectionInit(Map.of());
    }

    void keepIn(WebSocketSessionInfo session) {
        session.getAttributes().put(KEY, this);
    }

    /** The text under a name, in any case; null when there is none. */
    public @Nullable String value(String name) {
        for (Map.Entry<String, Object> entry : payload.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name) && entry.getValue() instanceof String text) {
                return text;
            }
        }
        return null;
    }
}
