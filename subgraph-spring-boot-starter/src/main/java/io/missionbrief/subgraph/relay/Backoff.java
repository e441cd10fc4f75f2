package io.missionbrief.subgraph.relay;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** How long to wait after a round that failed: longer each time, and never the same for all instances. */
final class Backoff {

    private static final BackoffStrategy STRATEGY =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(20));

    private int failures;

    Duration next() {
        failures++;
        return STRATEGY.computeDelay(failures);
    }

    void reset() {
        failures = 0;
    }
}
