package io.missionbrief.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks whether the server is there while everything starts: whoever needs it would go on asking for a minute when there is
 * nobody any more who could answer.
 */
final class PostmasterWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final PostgresFiles files;
    private final PostgresLog written;
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postmaster").factory());
    private boolean hasBegun;

    PostmasterWatch(PostgresFiles files, PostgresLog written) {
        this.files = files;
        this.written = written;
    }

    /** Begins to look. What a former run left of a server must be cleared away by then: it would count as one that is gone. */
    void begin() {
        var _ = timer.scheduleWithFixedDelay(
                this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Failed with a {@link StartFailure} as soon as the server has ended; never done in another way. */
    CompletableFuture<Void> lost() {
        return lost;
    }

    /** From now on the server may end. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Why the start has failed, in one line with the way out. */
    String reason() {
        return isGone() && written.complaint().isEmpty()
                ? ended(written.file())
                : "PostgreSQL did not start" + written.complaint() + "; see " + written.file();
    }

    /**
     * What is said of a server that was there and has ended without a word.
     *
     * @param log where it writes
     */
    static String ended(Path log) {
        return "PostgreSQL ended during the start; see " + log + ", then ./mission up";
    }

    private void look() {
        if (isGone() || written.saysThatItGaveUp()) {
            timer.shutdown();
            lost.completeExceptionally(new StartFailure(reason()));
        }
    }

    private synchronized boolean isGone() {
        hasBegun = hasBegun || files.nameAPostmaster();
        return hasBegun && files.postmaster().isEmpty();
    }
}
