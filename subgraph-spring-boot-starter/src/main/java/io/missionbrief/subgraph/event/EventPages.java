package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The log of the subgraph from any position on, over all workspaces: for other subgraphs, never for a user. */
public final class EventPages {

    private final WorkerDatabase workers;
    private final LogEnd end;

    /** One reader at a time: the sequencer and the relay need the same few connections. */
    private final Semaphore reading = new Semaphore(1, true);

    EventPages(WorkerDatabase workers, LogEnd end) {
        this.workers = workers;
        this.end = end;
    }

    /**
     * Events in the order of their positions.
     *
     * @param events without a hole between them; empty when there are no more
     * @param next after which the next page begins
     */
    public record Page(List<LoggedEvent> events, LogPosition next) {

        public Page {
            events = List.copyOf(events);
        }

        /** Whether the log may have gone on behind it when it was read. */
        public boolean isFull() {
            return events.size() == NextEvents.BATCH;
        }
    }

    /**
     * The next events.
     *
     * @param place behind which they stand; null for the beginning of the log
     * @throws RequestException {@code CONFLICT} when there is no such place: the log has another history
     */
    public Page after(@Nullable LogPosition place) {
        return read(transaction -> {
            LogPosition last = NextEvents.end(transaction);
            LogPosition from = place == null ? last.at(0) : place;
            if (!last.continues(from)) {
                throw otherHistory();
            }
            List<LoggedEvent> events = NextEvents.after(transaction, from);
            return new Page(events, events.isEmpty() ? from : events.getLast().at());
        });
    }

    /**
     * The event at a place; null when there is none.
     *
     * @throws RequestException as {@link #after}
     */
    public @Nullable LoggedEvent at(LogPosition place) {
        return read(transaction -> {
            if (!NextEvents.end(transaction).continues(place)) {
                throw otherHistory();
            }
            return NextEvents.at(transaction, place);
        });
    }

    private <T extends @Nullable Object> T read(Function<DSLContext, T> query) {
        reading.acquireUninterruptibly();
        try {
            return workers.write(transaction -> {
                NextEvents.byIndexOnly(transaction);
                return query.apply(transaction);
            });
        } finally {
            reading.release();
        }
    }

    /** Whether there are events behind the place. Waits for one, but no longer than so, nor when the application ends. */
    public boolean awaitMore(LogPosition place, Duration atMost) {
        return end.awaitBeyond(place, atMost);
    }

    private static RequestException otherHistory() {
        return new RequestException(
                ErrorCode.CONFLICT,
                "The log has another history since (a restored backup, a promoted standby): read it from its beginning, without"
                        + " a position, and forget what was read before",
                Map.of("reason", "GAP"));
    }
}
