package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Deletes idempotency keys that no longer count, each hour. */
final class ForgetIdempotencyKeys implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ForgetIdempotencyKeys.class);

    /** So few that the locks are short. */
    private static final int BATCH = 1_000;

    private static final String FORGET = """
            delete from idempotency_key where (workspace_id, user_id, field, key) in (
                select workspace_id, user_id, field, key from idempotency_key
                where created_at <= clock_timestamp() - interval '24 hours'
                order by created_at limit 1000
            )
            """;

    private final WorkerDatabase database;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("forget-idempotency-keys").factory());

    ForgetIdempotencyKeys(WorkerDatabase database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        int firstMinute = ThreadLocalRandom.current().nextInt(1, 60);
        // It logs its own failures.
        var _ = clock.scheduleWithFixedDelay(this::forgetAllOrLog, firstMinute, 60, TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    /** Deletes all that no longer count, a batch a transaction, and says how many they were. */
    int forgetAll() {
        int forgotten = 0;
        int batch;
        do {
            batch = database.write(transaction -> transaction.execute(FORGET));
            forgotten += batch;
        } while (batch == BATCH);
        return forgotten;
    }

    private void forgetAllOrLog() {
        try {
            forgetAll();
        } catch (RuntimeException e) {
            log.warn("Old idempotency keys stay for another hour", e);
        }
    }
}
