package io.missionbrief.subgraph.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A virtual thread that repeats a step from the start of the application to its end. Whatever a step throws, an
 * {@link Error} too, is logged, and the step is tried again after a pause, which doubles up to a limit; the step in hand
 * is finished before the application ends.
 */
public final class BackgroundLoop implements SmartLifecycle {

    /** What is repeated. */
    public interface Step {

        /**
         * Does what there is to do.
         *
         * @return how long to rest before the next time, unless the loop is {@linkplain #wake() woken}
         */
        Duration run() throws Exception;

        /** Ends what {@link #run()} waits for, from another thread. */
        default void hurry() {}

        /** Releases what the steps held; called once, after the last. */
        default void close() {}
    }

    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Starts before the web server and stops after it: what the last requests leave to do is still done. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 8192;

    private final String name;
    private final Duration firstRest;
    private final Step step;
    private final Wake wake = new Wake();
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** @param name begins the lines of the log, such as {@code The sequencer} */
    public BackgroundLoop(String name, Step step) {
        this(name, Duration.ZERO, step);
    }

    /** @param firstRest how long after the start the first step comes */
    public BackgroundLoop(String name, Duration firstRest, Step step) {
        this.name = name;
        this.firstRest = firstRest;
        this.step = step;
    }

    /** Ends the present or the next rest. Returns at once; many calls before the loop wakes count as one. */
    public void wake() {
        wake.raise();
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
        wake.raise();
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
        return thread != null && thread.isAlive();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void repeat(CountDownLatch stop) {
        Duration pause = FIRST_PAUSE;
        Duration rest = firstRest;
        try {
            while (stop.getCount() > 0) {
                try {
                    wake.await(rest);
                    if (stop.getCount() > 0) {
                        rest = step.run();
                        pause = FIRST_PAUSE;
                    }
                } catch (Throwable failure) {
                    // Not woken: what wakes the loop must not make a broken step fail as often.
                    rest = Duration.ZERO;
                    pauseAfter(failure, pause, stop);
                    pause = longer(pause);
                }
            }
        } finally {
            step.close();
        }
    }

    private void pauseAfter(Throwable failure, Duration pause, CountDownLatch stop) {
        try {
            if (stop.getCount() > 0) {
                tell(failure, pause);
                var _ = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (Throwable again) {
            // Interrupted, or no memory even for the log: the next step is tried the sooner, and nothing ends here.
        }
    }

    /** With the trace of the first failure in a row: the next ones are most likely the same. */
    private void tell(Throwable failure, Duration pause) {
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
