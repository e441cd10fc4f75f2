package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What an instance says of itself. */
class EventsHealthTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final TailProgress progress = new TailProgress(now::get);
    private final Hubs hubs = new Hubs(1);
    private final EventsHealth health = new EventsHealth(progress, hubs, Duration.ofSeconds(15));

    @Test
    void isOutOfServiceUntilTheLogIsReached() {
        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);

        hubs.open();

        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void isOutOfServiceWhenTheDatabaseIsSilentAndBackWhenItAnswers() {
        hubs.open();
        now.updateAndGet(instant -> instant.plusSeconds(14));
        assertThat(status()).isEqualTo(Status.UP);

        now.updateAndGet(instant -> instant.plusSeconds(1));
        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);

        progress.answered();
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void staysInServiceWithItsLagWhenNobodyNumbersEvents() {
        hubs.open();

        progress.unnumbered(Duration.ofMinutes(5));
        progress.read(null);

        Health told = health.health();
        assertThat(told.getStatus()).isEqualTo(Status.UP);
        assertThat(told.getDetails()).containsEntry("lagMillis", 300_000L);
    }

    @Test
    void theTailSeesThatTheSequencerHasStopped() {
        var settings = Map.<String, Object>of("mission-brief.events.poll", "20ms");
        try (var database = TestDatabase.create(SampleInstance.SUBGRAPH);
                var instance = SampleInstance.start(database, settings)) {
            TailProgress seen = instance.bean(Tail.class).progress();
            var sequencer = instance.bean("numberEventsLoop", BackgroundLoop.class);
            var actor = SampleInstance.somebody();
            Received received = Received.by(instance.feed(), actor);

            sequencer.stop();
            instance.create(actor, "waits for its number");
            Received.soon().until(() -> seen.lag().compareTo(Duration.ofMillis(100)) > 0);
            assertThat(received.bodies()).isEmpty();

            sequencer.start();
            received.awaitBodies(List.of("waits for its number"));
            Received.soon().until(() -> seen.lag().isZero());
        }
    }

    private Status status() {
        return health.health().getStatus();
    }
}
