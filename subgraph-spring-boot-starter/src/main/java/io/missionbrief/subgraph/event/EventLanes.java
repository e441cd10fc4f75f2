package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/** The numbered events of one lane, shared out between workspaces: for who sends them on, never for a user. */
public final class EventLanes {

    /** How far ahead of the first unsent event others are looked for: the queue of one workspace does not hold up the rest. */
    private static final int WINDOW = 10_000;

    /** How many positions of the other lane are passed over at once. */
    private static final int FURTHEST = 100_000;

    private static final String LANE = """
            select workspace_id, position, workspace_position, seq from event_position
            where position > ? and position <= ? and lane = ? order by position limit <window>
            """.replace("<window>", String.valueOf(WINDOW));

    /** As a subquery, which is hashed: an array is compared one by one. */
    private static final String IS_UNSENT = "position not in (select unnest(cast(? as bigint[])))";

    /** The first event of each workspace, then the second of each: {@code n} is the place of an event in its workspace. */
    private static final String UNSENT = """
            select <columns>
            from (
                    select *, row_number() over (partition by workspace_id order by position) as n
                    from (<lane>) as lane where <unsent> order by n, position limit <batch>
                ) as next <event>
            order by next.n, next.position
            """.replace("<columns>", NextEvents.COLUMNS)
            .replace("<lane>", LANE)
            .replace("<unsent>", IS_UNSENT)
            .replace("<event>", NextEvents.EVENT_OF_NEXT)
            .replace("<batch>", String.valueOf(NextEvents.BATCH));

    /** Before the first one that is not sent; where all are, up to where this statement has looked. */
    private static final String SENT_UP_TO =
            """
            with lane as materialized (<lane>)
            select coalesce(
                (select position - 1 from lane where <unsent> order by position limit 1),
                (select max(position) from lane having count(*) = <window>),
                (select least(position, ?) from event_counter))
            """.replace("<lane>", LANE).replace("<unsent>", IS_UNSENT).replace("<window>", String.valueOf(WINDOW));

    private final WorkerDatabase workers;
    private final LogEnd end;

    EventLanes(WorkerDatabase workers, LogEnd end) {
        this.workers = workers;
        this.end = end;
    }

    /**
     * What is to be sent.
     *
     * @param events at most 500: one of each workspace, then another one of each
     * @param end where the log ended before it was looked through
     */
    public record Unsent(List<LoggedEvent> events, LogPosition end) {

        public Unsent {
            events = List.copyOf(events);
        }

        /** Whether there may be more. */
        public boolean isFull() {
            return events.size() == NextEvents.BATCH;
        }
    }

    /**
     * The next events of a lane.
     *
     * @param after up to where all events of the lane were sent
     * @param apart which ones behind that are not wanted: sent already, or to be sent later
     */
    public Unsent unsent(Lane lane, long after, Collection<Long> apart) {
        return workers.write(transaction -> {
            NextEvents.byIndexOnly(transaction);
            LogPosition last = NextEvents.end(transaction);
            List<LoggedEvent> events = transaction
                    .resultQuery(UNSENT, after, after + FURTHEST, lane.name(), apart.toArray(Long[]::new))
                    .coerce(EventTable.COLUMNS)
                    .fetch(row -> NextEvents.event(last, row));
            return new Unsent(events, last);
        });
    }

    /**
     * Up to where all events of the lane were sent.
     *
     * @param after up to where they were before
     * @param sent which ones behind that were sent since
     */
    public long sentUpTo(DSLContext transaction, Lane lane, long after, Collection<Long> sent) {
        NextEvents.byIndexOnly(transaction);
        return transaction
                .fetchSingle(
                        SENT_UP_TO, after, after + FURTHEST, lane.name(), sent.toArray(Long[]::new), after + FURTHEST)
                .get(0, Long.class);
    }

    /**
     * Waits until the log goes on behind the place, but no longer than so.
     *
     * @return whether to go on; false when the application ends
     */
    public boolean awaitMore(LogPosition place, Duration atMost) {
        var _ = end.awaitBeyond(place, atMost);
        return !end.isClosed();
    }
}
