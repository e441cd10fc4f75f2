package io.missionbrief.subgraph.relay;

import io.missionbrief.subgraph.event.EventLanes;
import io.missionbrief.subgraph.event.Lane;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;

/**
 * How far a lane was sent, kept in the database, and who may send it: one instance at a time, until its lease ends. The lease
 * has a number (a fencing token): who was paused, and comes back after another one took over, moves nothing any more.
 */
final class RelayCursor {

    /** Without a change, as long as there is time enough: an idle relay writes a few times a minute. */
    private static final String HELD = """
            select position, fence from event_relay
            where lane = ? and holder = ? and held_to > clock_timestamp() + cast(? as interval) / 2
            """;

    /** A new holder has a new number; the same one keeps its own, also when its time was over and nobody came. */
    private static final String TAKE = """
            update event_relay set holder = ?, held_to = clock_timestamp() + cast(? as interval),
                fence = fence + case when holder is distinct from ? then 1 else 0 end
            where lane = ? and (holder = ? or held_to < clock_timestamp())
            returning position, fence
            """;

    private static final String MOVE = """
            update event_relay set position = ?, held_to = clock_timestamp() + cast(? as interval)
            where lane = ? and fence = ? and position <= ? and event_epoch() = ?
            """;

    private static final String LET_GO = "update event_relay set held_to = '-infinity' where lane = ? and holder = ?";

    private final WorkerDatabase workers;
    private final EventLanes events;
    private final Lane lane;
    private final String leased;
    private final UUID instance = UUID.randomUUID();

    /** @param leased how long another instance waits for one that has gone silent */
    RelayCursor(WorkerDatabase workers, EventLanes events, Lane lane, Duration leased) {
        this.workers = workers;
        this.events = events;
        this.lane = lane;
        this.leased = leased.toMillis() + " milliseconds";
    }

    /**
     * The right to send.
     *
     * @param position up to where all events of the lane were sent
     * @param fence the number of the lease
     */
    record Lease(long position, long fence) {}

    /** The lease, taken or prolonged; empty while another instance has it. */
    Optional<Lease> take() {
        Optional<Lease> held = workers.read(database -> database.fetchOptional(HELD, lane.name(), instance, leased))
                .map(RelayCursor::lease);
        return held.isPresent() ? held : takeOver();
    }

    private Optional<Lease> takeOver() {
        return workers.write(transaction -> transaction
                .fetchOptional(TAKE, instance, leased, instance, lane.name(), instance)
                .map(RelayCursor::lease));
    }

    private static Lease lease(Record row) {
        return new Lease(row.get("position", Long.class), row.get("fence", Long.class));
    }

    /**
     * Moves the cursor behind what was sent without a hole, and prolongs the lease.
     *
     * @param sent positions that were acknowledged
     * @param epoch in which history they count
     * @return the lease with the new position; empty when another instance has taken over, or the log has another history
     */
    Optional<Lease> move(Lease lease, Collection<Long> sent, String epoch) {
        return workers.write(transaction -> {
            long position = events.sentUpTo(transaction, lane, lease.position(), sent);
            int moved = transaction.execute(MOVE, position, leased, lane.name(), lease.fence(), position, epoch);
            return moved == 0 ? Optional.empty() : Optional.of(new Lease(position, lease.fence()));
        });
    }

    /** Lets another instance go on at once. */
    void letGo() {
        workers.write(transaction -> transaction.execute(LET_GO, lane.name(), instance));
    }
}
