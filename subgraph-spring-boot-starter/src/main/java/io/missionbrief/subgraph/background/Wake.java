package io.missionbrief.subgraph.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A signal from many to one thread. Raised often before it is awaited, it counts once. */
final class Wake {

    private final Semaphore raised = new Semaphore(0);

    /** Returns at once. */
    void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /** Returns when the signal was raised since the last call, or after the time. */
    void await(Duration atMost) throws InterruptedException {
        if (raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
