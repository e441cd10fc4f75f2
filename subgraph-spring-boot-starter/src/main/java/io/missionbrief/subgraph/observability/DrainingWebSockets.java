package io.missionbrief.subgraph.observability;

import io.missionbrief.subgraph.security.RefusableSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Serves GraphQL over WebSocket until the subgraph stops; then, before the server takes no more requests, closes each
 * socket with 1012, upon which a client connects again, to another instance.
 */
final class DrainingWebSockets extends GraphQlWebSocketHandler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DrainingWebSockets.class);

    private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    DrainingWebSockets(
            WebGraphQlHandler handler, HttpMessageConverter<Object> json, Duration initTimeout, Duration keepAlive) {
        super(handler, json, initTimeout, keepAlive);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        open.add(session);
        super.afterConnectionEstablished(session);
        if (!running) {
            close(session);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        super.handleTextMessage(new RefusableSocket(session), message);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        open.remove(session);
        super.afterConnectionClosed(session, status);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(DrainingWebSockets::close);
    }

    /** After the streams have ended with a reason, before the web server takes no more requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static void close(WebSocketSession session) {
        try {
            session.close(CloseStatus.SERVICE_RESTARTED);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A socket was gone before it could be closed", gone);
        }
    }
}
