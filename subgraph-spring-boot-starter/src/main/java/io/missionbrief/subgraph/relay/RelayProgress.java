package io.missionbrief.subgraph.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What one lane has sent, and how far it is behind; known without asking the database. */
final class RelayProgress {

    private final InstantSource clock;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile @Nullable Instant oldest;

    RelayProgress(InstantSource clock) {
        this.clock = clock;
    }

    /** @param occurred when the oldest event was written that is not sent; null when all are */
    void unsent(@Nullable OffsetDateTime occurred) {
        oldest = occurred == null ? null : occurred.toInstant();
    }

    void sent(int events) {
        sent.addAndGet(events);
    }

    void refused(int events) {
        refused.addAndGet(events);
    }

    /** How long the oldest event has waited that is not sent; zero when all are, or another instance sends them. */
    Duration lag() {
        Instant since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** How many events were acknowledged since the start. */
    long sentCount() {
        return sent.get();
    }

    /** How many times an event was not acknowledged since the start; it is sent again. */
    long refusedCount() {
        return refused.get();
    }
}
