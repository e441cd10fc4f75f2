package io.missionbrief.subgraph.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** How far behind the live events of this instance are; known without asking the database. */
final class TailProgress {

    private final InstantSource clock;
    private volatile Instant lastHeard;
    private volatile Duration delay = Duration.ZERO;

    TailProgress(InstantSource clock) {
        this.clock = clock;
        this.lastHeard = clock.instant();
    }

    void heard(List<Event> events) {
        Instant now = clock.instant();
        lastHeard = now;
        delay = events.isEmpty()
                ? Duration.ZERO
                : Duration.between(events.getFirst().occurredAt().toInstant(), now);
    }

    /** How long the oldest event of the last reading had waited. */
    Duration delay() {
        return delay;
    }

    /** How long ago the database was last heard from. */
    Duration silence() {
        return Duration.between(lastHeard, clock.instant());
    }
}
