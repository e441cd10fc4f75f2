package io.missionbrief.subgraph.relay;

import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.event.EventLanes;
import io.missionbrief.subgraph.event.Lane;
import io.missionbrief.subgraph.event.LoggedEvent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends one lane in rounds: some events of every workspace, in several calls at the same time; then the cursor moves behind
 * what was acknowledged without a hole. What was refused is sent again in the next round, beside new events.
 */
final class RelayLane implements BackgroundLoop.Step {

    private final Lane lane;
    private final EventLanes events;
    private final RelayCursor cursor;
    private final SendRound round;
    private final RelayProgress progress;
    private final Backoff backoff;
    private final Duration poll;
    private final Duration linger;
    private final Set<Long> sent = new HashSet<>();
    private RelayCursor.@Nullable Lease lease;

    /**
     * @param poll how long to wait for news at most
     * @param linger how long to wait for further events when there is one: the more of them, the fewer calls
     */
    RelayLane(
            Lane lane,
            EventLanes events,
            RelayCursor cursor,
            SendRound round,
            RelayProgress progress,
            Backoff backoff,
            Duration poll,
            Duration linger) {
        this.lane = lane;
        this.events = events;
        this.cursor = cursor;
        this.round = round;
        this.progress = progress;
        this.backoff = backoff;
        this.poll = poll;
        this.linger = linger;
    }

    @Override
    public Duration run() {
        RelayCursor.Lease held = cursor.take().orElse(null);
        if (held == null) {
            forget();
            return poll;
        }
        if (lease == null || lease.fence() != held.fence()) {
            sent.clear();
        }
        lease = held;
        return send(held);
    }

    private Duration send(RelayCursor.Lease held) {
        EventLanes.Unsent unsent = events.unsent(lane, held.position(), sent);
        progress.unsent(oldest(unsent.events()));
        Set<Long> acknowledged = unsent.events().isEmpty() ? Set.of() : round.send(unsent.events());
        sent.addAll(acknowledged);
        Optional<RelayCursor.Lease> moved = cursor.move(held, sent);
        if (moved.isEmpty()) {
            forget();
            return poll;
        }
        lease = moved.get();
        sent.removeIf(position -> position <= moved.get().position());
        return rest(unsent, acknowledged.size());
    }

    private Duration rest(EventLanes.Unsent unsent, int acknowledged) {
        if (acknowledged < unsent.events().size()) {
            return backoff.next();
        }
        backoff.reset();
        progress.unsent(null);
        if (unsent.isFull()) {
            return Duration.ZERO;
        }
        events.awaitMore(unsent.end(), poll);
        return linger;
    }

    /** Another instance sends, and knows what it has sent. */
    private void forget() {
        lease = null;
        sent.clear();
        progress.unsent(null);
    }

    private static @Nullable OffsetDateTime oldest(List<LoggedEvent> events) {
        return events.stream()
                .map(LoggedEvent::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public void close() {
        if (lease != null) {
            cursor.letGo();
        }
        round.close();
    }
}
