package io.missionbrief.subgraph.relay;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** How long to wait after something was not acknowledged: up to twice as long each time, and never the same for all. */
final class Backoff {

    /** Well below the lease: who rests keeps it. */
    private static final BackoffStrategy STRATEGY =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(5));

    private Backoff() {}

    /** @param failures in a row, from 1 */
    static Duration after(int failures) {
        // Attempts count from the first call, before which there is no pause.
        return STRATEGY.computeDelay(failures + 1);
    }
}
