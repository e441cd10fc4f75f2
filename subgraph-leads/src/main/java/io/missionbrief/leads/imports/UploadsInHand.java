package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The uploads that this instance takes at the moment. There are at most so many at once; when the application stops each ends
 * after the batch in hand, before the web server waits for them.
 */
@Component
class UploadsInHand implements SmartLifecycle {

    private static final int RETRY_SECONDS = 10;

    private final Semaphore room;
    private final Set<Upload> uploads = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    UploadsInHand(ImportProperties properties) {
        this.room = new Semaphore(properties.importsAtOnce());
    }

    /** One of them. */
    record Upload(Actor actor, UUID importId, int attempt) {}

    /** Room for an upload, from before its address is taken until it is closed. */
    final class Place implements AutoCloseable {

        private volatile @Nullable Upload upload;

        private Place() {}

        void begin(Actor actor, RunningImport begun) {
            Upload begunUpload = new Upload(actor, begun.leadImport().id(), begun.attempt());
            upload = begunUpload;
            uploads.add(begunUpload);
        }

        /** Whether the application stops. */
        boolean isToEnd() {
            return !running;
        }

        @Override
        public void close() {
            Upload ended = upload;
            if (ended != null) {
                uploads.remove(ended);
            }
            room.release();
        }
    }

    /** @throws RequestException RATE_LIMITED when there is no room, SERVICE_UNAVAILABLE when the application stops */
    Place take() {
        if (!running) {
            throw new RequestException(
                    ErrorCode.SERVICE_UNAVAILABLE, "The server is being stopped: upload the file again in a moment");
        }
        if (!room.tryAcquire()) {
            throw new RequestException(
                    ErrorCode.RATE_LIMITED,
                    "Other files are being imported: upload this one in a moment, the address stays good",
                    Map.of("retryAfter", RETRY_SECONDS));
        }
        return new Place();
    }

    Set<Upload> all() {
        return Set.copyOf(uploads);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops with the first. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
