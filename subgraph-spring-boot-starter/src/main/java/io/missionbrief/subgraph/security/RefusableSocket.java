package io.missionbrief.subgraph.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * A socket that is closed for the reason for which its {@code connection_init} was refused. Spring says 4401 to all, and
 * a client whose token is good would not come back after the issuer was down for a moment.
 */
public final class RefusableSocket extends WebSocketSessionDecorator {

    /** By RFC 6455 the reason has at most 123 bytes. */
    private static final int LONGEST_REASON = 123;

    private static final int UNAUTHORIZED = 4401;
    private static final String KEY = RefusableSocket.class.getName();

    public RefusableSocket(WebSocketSession socket) {
        super(socket);
    }

    static void refuse(WebSocketSessionInfo session, RequestException reason) {
        session.getAttributes().put(KEY, reason);
    }

    @Override
    public void close(CloseStatus status) throws IOException {
        super.close(
                status.getCode() == UNAUTHORIZED && getAttributes().get(KEY) instanceof RequestException reason
                        ? new CloseStatus(code(reason.code()), shortened(String.valueOf(reason.getMessage())))
                        : status);
    }

    /** What graphql-transport-ws and the registry of close codes have for it: clients try again after a 1013. */
    private static int code(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> UNAUTHORIZED;
            case FORBIDDEN -> 4403;
            case SERVICE_UNAVAILABLE, RATE_LIMITED -> CloseStatus.SERVICE_OVERLOAD.getCode();
            case BAD_USER_INPUT, NOT_FOUND, CONFLICT, QUERY_TOO_COMPLEX -> 4400;
            case INTERNAL -> CloseStatus.SERVER_ERROR.getCode();
        };
    }

    private static String shortened(String message) {
        CharBuffer characters = CharBuffer.wrap(message);
        UTF_8.newEncoder().encode(characters, ByteBuffer.allocate(LONGEST_REASON), true);
        return message.substring(0, characters.position());
    }
}
