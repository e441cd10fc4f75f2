package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;

/** Deletes idempotency keys that no longer count, each hour. */
final class ForgetIdempotencyKeys implements BackgroundLoop.Step {

    private static final Duration REST = Duration.ofHours(1);

    /** So few that the locks are short. */
    private static final int BATCH = 1_000;

    private static final String FORGET = """
            delete from idempotency_key where (workspace_id, user_id, field, key) in (
                select workspace_id, user_id, field, key from idempotency_key
                where expires_at <= clock_timestamp()
                order by expires_at limit ?
            )
            """;

    private final WorkerDatabase database;

    ForgetIdempotencyKeys(WorkerDatabase database) {
        this.database = database;
    }

    @Override
    public Duration run() {
        forgetAll();
        return REST;
    }

    /** Deletes all that no longer count, a batch a transaction, and says how many they were. */
    int forgetAll() {
        int forgotten = 0;
        int batch;
        do {
            batch = database.write(transaction -> transaction.execute(FORGET, BATCH));
            forgotten += batch;
        } while (batch == BATCH);
        return forgotten;
    }
}
