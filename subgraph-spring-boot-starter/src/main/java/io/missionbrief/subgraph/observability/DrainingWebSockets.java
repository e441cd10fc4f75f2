package io.missionbrief.subgraph.observability;

import io.missionbrief.subgraph.security.RefusableSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * Serves GraphQL over WebSocket until the subgraph stops. Then, before the server takes no more requests, it lets the
 * operations in hand end and their last messages go, and closes each socket with 1012, upon which a client connects again,
 * to another instance.
 */
final class DrainingWebSockets extends GraphQlWebSocketHandler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DrainingWebSockets.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final TextMessage PING = new TextMessage("{\"type\":\"ping\"}");

    private final OperationsInHand operations;
    private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    DrainingWebSockets(
            WebGraphQlHandler handler,
            HttpMessageConverter<Object> json,
            Duration initTimeout,
            Duration keepAlive,
            OperationsInHand operations) {
        super(handler, json, initTimeout, keepAlive);
        this.operations = operations;
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
        operations.accept();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (operations.drain(PATIENCE)) {
                flush(List.copyOf(open));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(DrainingWebSockets::close);
    }

    /**
     * Waits until the sockets have sent what was given to them. Each sends on a thread of its own, in turn: when it is at
     * the answer to a ping, which goes no further than here, all that was before has gone.
     */
    private void flush(List<WebSocketSession> sockets) throws InterruptedException {
        var flushed = new CountDownLatch(sockets.size());
        for (WebSocketSession socket : sockets) {
            try {
                super.handleTextMessage(new Flushed(socket, flushed), PING);
            } catch (Exception gone) {
                LOG.debug("A socket was gone before it was flushed", gone);
                flushed.countDown();
            }
        }
        if (!flushed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{} sockets are closed before they have sent everything", flushed.getCount());
        }
    }

    /** A socket that sends nothing, and says that it was asked to. */
    private static final class Flushed extends WebSocketSessionDecorator {

        private final CountDownLatch asked;

        Flushed(WebSocketSession socket, CountDownLatch asked) {
            super(socket);
            this.asked = asked;
        }

        @Override
        public void sendMessage(WebSocketMessage<?> message) {
            asked.countDown();
        }
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
