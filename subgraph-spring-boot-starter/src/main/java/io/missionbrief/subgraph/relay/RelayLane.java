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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one lane in rounds: some events of every workspace, in several calls at the same time; then the cursor moves behind
 * what was acknowledged without a hole. What was refused is sent again after a pause, beside new events.
 */
final class RelayLane implements BackgroundLoop.Step {

    /** How many events of the other lane are passed over by one move of the cursor, while this lane has none. */
    private static final int PASSED_OVER = 1_000;

    private static final Logger log = LoggerFactory.getLogger(RelayLane.class);

    private final Lane lane;
    private final EventLanes events;
    private final RelayCursor cursor;
    private final SendRound round;
    private final RelayProgress progress;
    private final Refusals refusals;
    private final Duration poll;
    private final Duration linger;
    private final Set<Long> sent = new HashSet<>();
    private @Nullable String epoch;
    private RelayCursor.@Nullable Lease lease;
    private int failures;

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
            Refusals refusals,
            Duration poll,
            Duration linger) {
        this.lane = lane;
        this.events = events;
        this.cursor = cursor;
        this.round = round;
        this.progress = progress;
        this.refusals = refusals;
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
            forget();
        }
        lease = held;
        EventLanes.Unsent unsent = unsent(held);
        progress.unsent(oldest(unsent.events()));
        return unsent.events().isEmpty() ? passOver(held, unsent) : send(held, unsent);
    }

    /** What is known to be sent counts in one history of the log, and in no other. */
    private EventLanes.Unsent unsent(RelayCursor.Lease held) {
        EventLanes.Unsent unsent = events.unsent(lane, held.position(), apart());
        String present = unsent.end().epoch();
        if (present.equals(epoch)) {
            return unsent;
        }
        sent.clear();
        refusals.forget();
        epoch = present;
        return events.unsent(lane, held.position(), apart());
    }

    private Set<Long> apart() {
        Set<Long> apart = new HashSet<>(sent);
        apart.addAll(refusals.resting());
        return apart;
    }

    private Duration passOver(RelayCursor.Lease held, EventLanes.Unsent unsent) {
        if (unsent.end().position() - held.position() >= PASSED_OVER) {
            move(held, unsent);
        }
        return rest(unsent);
    }

    private Duration send(RelayCursor.Lease held, EventLanes.Unsent unsent) {
        Set<Long> acknowledged = round.send(unsent.events());
        sent.addAll(acknowledged);
        refusals.acknowledged(acknowledged);
        unsent.events().stream()
                .filter(event -> !acknowledged.contains(event.at().position()))
                .forEach(refusals::refused);
        move(held, unsent);
        progress.unsent(refusals.oldest());
        if (acknowledged.isEmpty()) {
            failures++;
            return Backoff.after(failures);
        }
        failures = 0;
        return unsent.isFull() ? Duration.ZERO : rest(unsent);
    }

    private Duration rest(EventLanes.Unsent unsent) {
        return events.awaitMore(unsent.end(), poll) ? linger : poll;
    }

    private void move(RelayCursor.Lease held, EventLanes.Unsent unsent) {
        Optional<RelayCursor.Lease> moved = cursor.move(held, sent, unsent.end().epoch());
        if (moved.isEmpty()) {
            forget();
        } else {
            lease = moved.get();
            sent.removeIf(position -> position <= moved.get().position());
        }
    }

    /** Another instance has sent since, or the log is another one. */
    private void forget() {
        lease = null;
        sent.clear();
        refusals.forget();
        progress.unsent(null);
    }

    private @Nullable OffsetDateTime oldest(List<LoggedEvent> unsent) {
        return Stream.concat(
                        Stream.ofNullable(refusals.oldest()), unsent.stream().map(LoggedEvent::occurredAt))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Lets another instance go on at once; when that fails, it goes on after the lease. */
    @Override
    public void close() {
        try {
            if (lease != null) {
                cursor.letGo();
            }
        } catch (RuntimeException e) {
            log.warn("The lease of the lane {} ends by itself: {}", lane, e.toString());
        }
    }
}
