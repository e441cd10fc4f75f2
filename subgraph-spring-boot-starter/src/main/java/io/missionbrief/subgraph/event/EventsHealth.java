package io.missionbrief.subgraph.event;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether this instance reaches its log, and so its database: without that it can answer nothing, and another instance
 * may. How far events are behind is told, but takes no instance out of service: all would go at once, for events that are
 * late.
 */
final class EventsHealth implements HealthIndicator {

    private final TailProgress progress;
    private final Hubs hubs;
    private final Duration longestSilence;

    EventsHealth(TailProgress progress, Hubs hubs, Duration longestSilence) {
        this.progress = progress;
        this.hubs = hubs;
        this.longestSilence = longestSilence;
    }

    @Override
    public Health health() {
        Duration silence = progress.silence();
        boolean heard = hubs.isOpen() && silence.compareTo(longestSilence) < 0;
        Health.Builder health = heard ? Health.up() : Health.outOfService();
        return health.withDetail("lagMillis", progress.lag().toMillis())
                .withDetail("silenceMillis", silence.toMillis())
                .build();
    }
}
