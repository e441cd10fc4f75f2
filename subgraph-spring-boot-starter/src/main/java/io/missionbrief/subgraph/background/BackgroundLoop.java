package io.missionbrief.subgraph.event;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A virtual thread that repeats a step from the start of the application to its end. A failed step is tried again after
 * a pause, which doubles up to a limit; the step in hand is finished before the application ends.
 */
final class BackgroundLoop implements SmartLifecycle {

    /** What is repeated. */
    interface Step {

        /** Does what there is to do, and waits a moment for more. */
        void run() throws Exception;

        /** Ends the waiting of {@link #run()}, from another thread. */
        default void hurry() {}

        /** Releases what the steps held; called once, after the last. */
        default void close() {}
    }

    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Starts before the web server and stops after it: what the last requests commit is still numbered. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 8192;

    private final String name;
    private final Step step;
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    BackgroundLoop(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    @Override
    public synchronized void start() {
        var stop = new CountDownLatch(1);
        stopping = stop;
        thread = Thread.ofVirtual().name(name).start(() -> repeat(stop));
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        step.hurry();
        try {
            if (!running.join(PATIENCE)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void repeat(CountDownLatch stop) {
        Duration pause = FIRST_PAUSE;
        try {
            while (stop.getCount() > 0) {
                Exception failure = failureOfStep();
                if (failure == null) {
                    pause = FIRST_PAUSE;
                } else if (stop.getCount() > 0) {
                    tell(failure, pause);
                    stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                    pause = longer(pause);
                }
            }
        } catch (InterruptedException e) {
            log.warn("{} was interrupted", name);
        } finally {
            step.close();
        }
    }

    private @Nullable Exception failureOfStep() throws InterruptedException {
        try {
            step.run();
            return null;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return e;
        }
    }

    /** With the trace of the first failure in a row: the next ones are most likely the same. */
    private void tell(Exception failure, Duration pause) {
        if (pause.equals(FIRST_PAUSE)) {
            log.warn("{} failed and tries again", name, failure);
        } else {
            log.warn("{} failed again, next try in {} ms: {}", name, pause.toMillis(), failure.toString());
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
