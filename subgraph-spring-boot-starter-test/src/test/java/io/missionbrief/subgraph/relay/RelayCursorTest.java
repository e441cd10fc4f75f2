package io.missionbrief.subgraph.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.event.EventLanes;
import io.missionbrief.subgraph.event.Lane;
import io.missionbrief.subgraph.event.LoggedEvent;
import io.missionbrief.subgraph.event.SampleInstance;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may send, and from where on. */
class RelayCursorTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;

    private final TestDatabase database = TestDatabase.create(SampleInstance.SUBGRAPH);
    private final SampleInstance instance = SampleInstance.start(database);
    private final EventLanes events = instance.bean(EventLanes.class);
    private final Actor actor = SampleInstance.somebody();

    @AfterEach
    void stop() {
        instance.close();
        database.close();
    }

    @Test
    void oneHasTheLeaseAndKeepsIt() {
        RelayCursor one = cursor(LONG);
        RelayCursor other = cursor(LONG);

        RelayCursor.Lease lease = one.take().orElseThrow();

        assertThat(other.take()).isEmpty();
        assertThat(one.take()).contains(lease);
    }

    @Test
    void whoLetsGoIsFollowedAtOnce() {
        RelayCursor one = cursor(LONG);
        one.take();

        one.letGo();

        assertThat(cursor(LONG).take()).isPresent();
    }

    @Test
    void whoComesBackAfterItsLeaseMovesNothing() {
        create(2);
        RelayCursor paused = cursor(OVER_AT_ONCE);
        RelayCursor.Lease old = paused.take().orElseThrow();
        RelayCursor next = cursor(LONG);
        RelayCursor.Lease lease = next.take().orElseThrow();

        assertThat(lease.fence()).isGreaterThan(old.fence());
        assertThat(paused.move(old, Set.of(1L, 2L), epoch())).isEmpty();
        assertThat(next.take().orElseThrow().position()).isZero();
    }

    @Test
    void theCursorStopsBeforeTheFirstEventThatIsNotSent() {
        create(5);
        RelayCursor cursor = cursor(LONG);
        RelayCursor.Lease lease = cursor.take().orElseThrow();

        lease = cursor.move(lease, Set.of(1L, 2L, 4L), epoch()).orElseThrow();

        assertThat(lease.position()).isEqualTo(2);
        assertThat(positions(events.unsent(Lane.NORMAL, 2, Set.of(4L)))).containsExactly(3L, 5L);
        assertThat(cursor.move(lease, Set.of(3L, 4L, 5L), epoch()).orElseThrow().position())
                .isEqualTo(5);
    }

    @Test
    void aLanePassesOverTheOther() {
        create(5);
        RelayCursor bulk = new RelayCursor(instance.workers(), events, Lane.BULK, LONG);

        RelayCursor.Lease moved =
                bulk.move(bulk.take().orElseThrow(), Set.of(), epoch()).orElseThrow();

        assertThat(moved.position()).isEqualTo(5);
        assertThat(events.unsent(Lane.BULK, 0, Set.of()).events()).isEmpty();
    }

    @Test
    void whoseTimeWasOverKeepsItsNumberWhenNobodyCame() {
        RelayCursor cursor = cursor(OVER_AT_ONCE);

        assertThat(cursor.take()).isPresent().isEqualTo(cursor.take());
    }

    @Test
    void nothingMovesInAnotherHistoryOfTheLog() {
        create(2);
        RelayCursor cursor = cursor(LONG);
        RelayCursor.Lease lease = cursor.take().orElseThrow();
        String before = epoch();
        instance.workers().write(transaction -> transaction.execute("update event_counter set generation = 1"));

        assertThat(cursor.move(lease, Set.of(1L, 2L), before)).isEmpty();
        assertThat(cursor.move(lease, Set.of(1L, 2L), epoch())).isPresent();
    }

    @Test
    void theNextEventsAreSharedOutBetweenWorkspaces() {
        create(3);
        instance.create(SampleInstance.somebody(), "of another");
        awaitNumbered(4);

        assertThat(positions(events.unsent(Lane.NORMAL, 0, Set.of()))).containsExactly(1L, 4L, 2L, 3L);
    }

    private String epoch() {
        return events.unsent(Lane.NORMAL, 0, Set.of()).end().epoch();
    }

    private RelayCursor cursor(Duration leased) {
        return new RelayCursor(instance.workers(), events, Lane.NORMAL, leased);
    }

    private void create(int memos) {
        for (int i = 0; i < memos; i++) {
            instance.create(actor, "memo " + i);
        }
        awaitNumbered(memos);
    }

    private void awaitNumbered(int memos) {
        Awaitility.await()
                .until(() -> events.unsent(Lane.NORMAL, 0, Set.of()).events().size() == memos);
    }

    private static List<Long> positions(EventLanes.Unsent unsent) {
        return unsent.events().stream()
                .map(LoggedEvent::at)
                .map(place -> place.position())
                .toList();
    }
}
