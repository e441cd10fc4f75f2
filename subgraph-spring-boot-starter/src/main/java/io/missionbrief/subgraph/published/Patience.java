package io.missionbrief.subgraph.published;

import io.missionbrief.subgraph.error.RequestException;
import java.time.Duration;

/** How long a caller still waits for an event. */
final class Patience {

    private static final int LONGEST = 30;

    private final long until;

    private Patience(int seconds) {
        this.until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }

    /** @throws RequestException {@code BAD_USER_INPUT} when it is no number of seconds, or more than 30 */
    static Patience parse(String seconds) {
        if (!seconds.matches("\\d{1,2}") || Integer.parseInt(seconds) > LONGEST) {
            throw RequestException.badUserInput("wait", "wait is a number of seconds, from 0 to " + LONGEST);
        }
        return new Patience(Integer.parseInt(seconds));
    }

    /** Zero or less when there is none. */
    Duration left() {
        return Duration.ofNanos(until - System.nanoTime());
    }
}
