package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Numbers the committed events of a subgraph, densely, in the subgraph and in each workspace. Any number of instances may
 * run it at the same time: the lock on the counter's row lets one at a time work.
 */
final class Sequencer {

    /**
     * A statement of its own: the next one sees what the last holder of the lock has committed. In one statement with the
     * numbering, the snapshot would be older than the lock, and rows would be numbered twice. A holder that hangs loses
     * the lock after the timeout. No join of the numbering may read the whole log: the planner prefers that while the log is
     * small, and the plan is kept while it grows.
     */
    static final String LEASE = """
            select position, set_config('idle_in_transaction_session_timeout', '10s', true),
                set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
            from event_counter for update
            """;

    /**
     * In the order of {@code seq}, which only the index over unnumbered events has: without an order, statistics from the
     * middle of an import make reading the whole table until a match look cheaper.
     */
    static final String PENDING = "select from event_log where position is null order by seq limit 1";

    /**
     * The rows are found again by where they lie, which nobody else changes: joined by their key, the planner took the index
     * over unnumbered events for the smaller side, and compared each of a batch with each.
     */
    static final String NUMBER = """
            with batch as (
                select workspace_id, tuple,
                    row_number() over (order by seq) as n,
                    row_number() over (partition by workspace_id order by seq) as workspace_n
                from (
                    select workspace_id, ctid as tuple, seq from event_log where position is null order by seq limit <batch>
                ) as pending
            ), workspace as (
                insert into event_workspace_counter as counter (workspace_id, position)
                select workspace_id, count(*) from batch group by workspace_id
                on conflict (workspace_id) do update set position = counter.position + excluded.position
                returning workspace_id, coalesce(old.position, 0) as base
            ), place as materialized (
                select workspace_id, tuple, cast(? as bigint) + n as position, base + workspace_n as workspace_position
                from batch join workspace using (workspace_id)
            ), numbered as (
                update event_log as event
                set position = place.position, workspace_position = place.workspace_position
                from place
                where event.ctid = place.tuple and event.position is null
                returning event.position
            )
            update event_counter set position = position + (select count(*) from numbered)
            returning (select count(*) from batch) as pending, (select count(*) from numbered) as numbered
            """;

    private final WorkerDatabase workers;
    private final int batch;
    private final String number;

    /** @param batch how many events one transaction numbers at most */
    Sequencer(WorkerDatabase workers, int batch) {
        this.workers = workers;
        this.batch = batch;
        this.number = NUMBER.replace("<batch>", String.valueOf(batch));
    }

    /** Numbers what is committed. Returns how many events that were; 0 takes one query and no lock. */
    int numberAll() {
        if (!isPending()) {
            return 0;
        }
        int all = 0;
        int numbered;
        do {
            numbered = workers.write(this::numberBatch);
            all += numbered;
        } while (numbered == batch);
        return all;
    }

    private boolean isPending() {
        return workers.read(database -> database.fetchOptional(PENDING).isPresent());
    }

    private int numberBatch(DSLContext transaction) {
        long position = transaction.fetchSingle(LEASE).get(0, Long.class);
        Record counts = transaction.fetchSingle(number, position);
        int pending = counts.get("pending", Integer.class);
        int numbered = counts.get("numbered", Integer.class);
        if (numbered != pending) {
            throw new IllegalStateException("Numbered " + numbered + " of " + pending + " events: somebody else did");
        }
        return numbered;
    }
}
