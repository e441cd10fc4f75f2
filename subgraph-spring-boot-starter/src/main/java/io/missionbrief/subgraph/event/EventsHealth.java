package io.missionbrief.subgraph.event;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether live events arrive at this instance: out of service while the log cannot be read. */
final class EventsHealth implements HealthIndicator {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final TailProgress progress;
    private final Hubs hubs;

    EventsHealth(TailProgress progress, Hubs hubs) {
        this.progress = progress;
        this.hubs = hubs;
    }

    @Override
    public Health health() {
        Duration silence = progress.silence();
        boolean heard = hubs.isOpen() && silence.compareTo(LONGEST_SILENCE) < 0;
        Health.Builder health = heard ? Health.up() : Health.outOfService();
        return health.withDetail("silence", silence.toString())
                .withDetail("delay", progress.delay().toString())
                .build();
    }
}
