package io.missionbrief.subgraph.published;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** How many readers of the feed this instance answers at the same time: each page is held in memory. */
final class PollsInHand {

    private static final int RETRY_AFTER = 5;

    private final Semaphore places;

    PollsInHand(int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /**
     * A place, until it is closed.
     *
     * @throws RequestException {@code RATE_LIMITED} when there is none
     */
    Place take() {
        var place = new Place();
        place.takeAgain();
        return place;
    }

    /** The place of one reader; for one thread. */
    final class Place implements AutoCloseable {

        private boolean held;

        /** @throws RequestException as {@link #take} */
        void takeAgain() {
            if (!places.tryAcquire()) {
                throw new RequestException(
                        ErrorCode.RATE_LIMITED,
                        "This server answers as many readers of its events as it may: try again in " + RETRY_AFTER
                                + " seconds",
                        Map.of("retryAfter", RETRY_AFTER));
            }
            held = true;
        }

        void letGo() {
            if (held) {
                held = false;
                places.release();
            }
        }

        @Override
        public void close() {
            letGo();
        }
    }
}
