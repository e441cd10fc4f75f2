package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import org.jooq.DSLContext;

/**
 * Numbers the committed events of a subgraph, densely, in the subgraph and in each workspace. Any number of instances may
 * run it at the same time: the lock on the counter's row lets one at a time work.
 */
final class Sequencer {

    /**
     * A statement of its own: the next one sees what the last holder of the lock has committed. In one statement with the
     * numbering, the snapshot would be older than the lock, and that one would find rows that are taken. A holder that hangs
     * loses the lock after the timeout. The queue is read by its index: the planner thinks it empty, as it mostly is, and keeps
     * a plan that reads all of it.
     */
    static final String LEASE = """
            select position, set_config('idle_in_transaction_session_timeout', '10s', true),
                set_config('enable_seqscan', 'off', true), set_config('enable_nestloop', 'off', true)
            from event_counter for update
            """;

    private static final String PENDING = "select from event_pending limit 1";

    /** Rows are taken from the queue by where they lie: nobody but the holder of the lease changes one. */
    static final String NUMBER = """
            with batch as (
                delete from event_pending
                where ctid = any (array(select ctid from event_pending order by seq limit <batch>))
                returning seq, workspace_id, lane
            ), workspace as (
                insert into event_workspace_counter as counter (workspace_id, position)
                select workspace_id, count(*) from batch group by workspace_id
                on conflict (workspace_id) do update set position = counter.position + excluded.position
                returning workspace_id, coalesce(old.position, 0) as base
            ), numbered as (
                insert into event_position (workspace_id, workspace_position, position, seq, lane)
                select workspace_id, base + row_number() over (partition by workspace_id order by seq),
                    cast(? as bigint) + row_number() over (order by seq), seq, lane
                from batch join workspace using (workspace_id)
            )
            update event_counter set position = position + (select count(*) from batch)
            returning (select count(*) from batch)
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
        return transaction.fetchSingle(number, position).get(0, Integer.class);
    }
}
