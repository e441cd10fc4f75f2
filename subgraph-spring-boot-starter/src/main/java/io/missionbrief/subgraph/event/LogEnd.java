package io.missionbrief.subgraph.event;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Up to where this instance knows the log to reach. Who has read so far can wait for more without asking the database. */
final class LogEnd {

    private @Nullable LogPosition last;
    private boolean closed;

    /** @param read the last place that was read */
    synchronized void reached(LogPosition read) {
        if (!read.equals(last)) {
            last = read;
            notifyAll();
        }
    }

    /** Whether the log reaches beyond the place. Waits for it, but no longer than so, nor when the application or the thread ends. */
    synchronized boolean awaitBeyond(LogPosition place, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        try {
            while (!isBeyond(place) && !closed && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isBeyond(place);
    }

    /** Lets nobody wait any more, until it is opened again. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized void open() {
        closed = false;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private boolean isBeyond(LogPosition place) {
        return last != null && last.continues(place) && !last.equals(place);
    }
}
