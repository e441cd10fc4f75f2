package io.missionbrief.subgraph.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackgroundLoopTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    private final AtomicInteger steps = new AtomicInteger();

    static Throwable[] failures() {
        return new Throwable[] {
            new IllegalStateException("broken"),
            new StackOverflowError(),
            new OutOfMemoryError(),
            new InterruptedException()
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesOnWhateverAStepThrows(Throwable failure) throws Exception {
        var loop = new BackgroundLoop("The loop of the test", () -> {
            int step = steps.incrementAndGet();
            if (step <= 2) {
                BackgroundLoopTest.<RuntimeException>thrown(failure);
            }
            done.add(step);
            return LONG;
        });
        loop.start();

        assertThat(next()).isEqualTo(3);
        assertThat(loop.isRunning()).isTrue();
        loop.stop();
    }

    @Test
    void restsUntilItIsWoken() throws Exception {
        var loop = new BackgroundLoop("The loop of the test", this::step);
        loop.start();
        assertThat(next()).isEqualTo(1);
        assertThat(done).isEmpty();

        loop.wake();

        assertThat(next()).isEqualTo(2);
        loop.stop();
    }

    @Test
    void beginsAfterItsFirstRest() throws Exception {
        var loop = new BackgroundLoop("The loop of the test", LONG, this::step);
        loop.start();
        loop.wake();

        assertThat(next()).isEqualTo(1);
        loop.stop();
    }

    @Test
    void finishesTheStepInHandAndThenClosesIt() throws Exception {
        var hurried = new CountDownLatch(1);
        var loop = new BackgroundLoop("The loop of the test", new BackgroundLoop.Step() {
            @Override
            public Duration run() throws InterruptedException {
                done.add(1);
                hurried.await();
                done.add(2);
                return LONG;
            }

            @Override
            public void hurry() {
                hurried.countDown();
            }

            @Override
            public void close() {
                done.add(3);
            }
        });
        loop.start();
        assertThat(next()).isEqualTo(1);

        loop.stop();

        assertThat(done).containsExactly(2, 3);
        assertThat(loop.isRunning()).isFalse();
    }

    private Duration step() {
        done.add(steps.incrementAndGet());
        return LONG;
    }

    private int next() throws InterruptedException {
        Integer step = done.poll(10, TimeUnit.SECONDS);
        if (step == null) {
            throw new AssertionError("The step did not come");
        }
        return step;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void thrown(Throwable failure) throws E {
        throw (E) failure;
    }
}
