package io.missionbrief.subgraph.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How far behind the live events of this instance are; known without asking the database. */
final class TailProgress {

    private final InstantSource clock;
    private volatile Instant lastHeard;
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration waiting = Duration.ZERO;

    TailProgress(InstantSource clock) {
        this.clock = clock;
        this.lastHeard = clock.instant();
    }

    /** The database answered. */
    void answered() {
        lastHeard = clock.instant();
    }

    /** @param occurred when the first event of a reading was written; null when there was nothing to read */
    void read(@Nullable OffsetDateTime occurred) {
        answered();
        delay = occurred == null ? Duration.ZERO : Duration.between(occurred.toInstant(), lastHeard);
    }

    /** @param oldest how long the oldest event without a position has been waiting */
    void unnumbered(Duration oldest) {
        answered();
        waiting = oldest;
    }

    /** How long the oldest event of the last reading had waited. */
    Duration delay() {
        return delay;
    }

    /** How long the oldest committed event without a position had waited when that was last asked. */
    Duration waiting() {
        return waiting;
    }

    /** How far live events are behind, whatever holds them up: the sequencer or this instance's reading. */
    Duration lag() {
        return waiting.compareTo(delay) > 0 ? waiting : delay;
    }

    /** How long ago the database was last heard from. */
    Duration silence() {
        return Duration.between(lastHeard, clock.instant());
    }
}
