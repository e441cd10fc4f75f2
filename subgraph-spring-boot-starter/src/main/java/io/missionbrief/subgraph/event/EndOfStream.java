package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a stream of events ends. {@code extensions.reason} says it to programs, {@code extensions.cursor} names the last
 * event that the stream had, if there was one.
 */
final class EndOfStream {

    /** Makes the error for one stream. */
    @FunctionalInterface
    interface Reason {

        /** The error for a stream whose last event had this cursor; null when it had none. */
        RequestException after(@Nullable EventCursor last);
    }

    /** In seconds. Streams end when somebody ends them, so it is no more than a hint. */
    private static final int RETRY_AFTER = 10;

    private EndOfStream() {}

    static RequestException notReady(@Nullable EventCursor last) {
        return unavailable("NOT_READY", "Live events are not ready yet: subscribe again in a moment", last);
    }

    static RequestException shutdown(@Nullable EventCursor last) {
        return unavailable("SHUTDOWN", "This server is going away: subscribe again at once", last);
    }

    static RequestException slow(@Nullable EventCursor last) {
        return unavailable(
                "SLOW_SUBSCRIBER",
                "Too many events waited to be received: subscribe again and receive them faster",
                last);
    }

    static RequestException gap(@Nullable EventCursor last) {
        return unavailable("GAP", "Events may be missing here: read the present state and subscribe again", last);
    }

    static RequestException expired() {
        return new RequestException(
                ErrorCode.UNAUTHENTICATED,
                "The token has expired: get a new one and subscribe again",
                Map.of("reason", "TOKEN_EXPIRED"));
    }

    /** @param message whose streams are too many, and the way out */
    static RequestException tooMany(String message) {
        return new RequestException(
                ErrorCode.RATE_LIMITED, message, Map.of("reason", "TOO_MANY_STREAMS", "retryAfter", RETRY_AFTER));
    }

    private static RequestException unavailable(String reason, String message, @Nullable EventCursor last) {
        Map<String, Object> extensions =
                last == null ? Map.of("reason", reason) : Map.of("reason", reason, "cursor", last.encoded());
        return new RequestException(ErrorCode.SERVICE_UNAVAILABLE, message, extensions);
    }
}
