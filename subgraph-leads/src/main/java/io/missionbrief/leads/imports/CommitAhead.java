package io.missionbrief.leads.imports;

import io.micrometer.context.ContextSnapshotFactory;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits batches one after the other, each while the next one is read: one is in the database, one is being made, and no more
 * is in memory.
 */
final class CommitAhead implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CommitAhead.class);

    private final ExecutorService thread;
    private final CommitBatch commitBatch;
    private final Actor actor;
    private final List<LeadImportDuplicateKey> duplicatesBy;
    private LeadImport committed;
    private @Nullable Future<LeadImport> inHand;

    /** @param begun the import before the first batch */
    CommitAhead(CommitBatch commitBatch, Actor actor, List<LeadImportDuplicateKey> duplicatesBy, LeadImport begun) {
        this.commitBatch = commitBatch;
        this.actor = actor;
        this.duplicatesBy = duplicatesBy;
        this.committed = begun;
        // Events and log lines name the request also on the other thread. Not a virtual one: it would have to wait for
        // that which reads, and which seldom gives its carrier back.
        var request = ContextSnapshotFactory.builder().build().captureAll();
        this.thread = Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().daemon().name("import").unstarted(request.wrap(task)));
    }

    /**
     * Begins to commit a batch, as soon as the one before it is committed.
     *
     * @throws RuntimeException that the one before failed with; no batch may follow it
     */
    void commit(Batch batch) {
        await();
        LeadImport before = committed;
        inHand = thread.submit(() -> commitBatch.execute(actor, before, duplicatesBy, batch));
    }

    /**
     * Returns when the batch in hand is committed.
     *
     * @throws RuntimeException that it failed with
     */
    void await() {
        Future<LeadImport> waited = inHand;
        if (waited != null) {
            // Stays in hand when it failed: what comes after it must not be committed without it.
            committed = result(waited);
            inHand = null;
        }
    }

    /** The import after the last batch that was committed; returns when none is in hand. */
    LeadImport settled() {
        try {
            await();
        } catch (LostImportException lost) {
            log.debug("The import went on without this upload", lost);
        } catch (RuntimeException failure) {
            log.warn("A batch of an import was not committed", failure);
        }
        return committed;
    }

    private static LeadImport result(Future<LeadImport> waited) {
        try {
            return waited.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
