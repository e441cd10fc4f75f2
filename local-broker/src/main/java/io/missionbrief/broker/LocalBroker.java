package io.missionbrief.broker;

import io.missionbrief.broker.queue.QueueServer;
import io.missionbrief.broker.queue.QueueService;
import io.missionbrief.broker.topic.TopicService;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SNS and SQS behind one address of this machine. What it has acknowledged survives its end, in order or not.
 *
 * <p>A process has one at a time: ElasticMQ keeps the connections of its store in a place that all of a process share.
 */
public final class LocalBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalBroker.class);

    /** Of all names of resources here. */
    public static final String REGION = "us-east-1";

    /** Of all names of resources here. */
    public static final String ACCOUNT = "000000000000";

    /**
     * Without the delay of its store, a message is written before it is acknowledged. Space that is no longer needed is used
     * again at once: the store would grow by 45 seconds of writing.
     */
    private static final String WRITE_AT_ONCE = ";WRITE_DELAY=0;RETENTION_TIME=0";

    private static final AtomicBoolean RUNNING = new AtomicBoolean();

    private final Deque<AutoCloseable> parts;
    private final URI endpoint;

    private LocalBroker(Deque<AutoCloseable> parts, URI endpoint) {
        this.parts = parts;
        this.endpoint = endpoint;
    }

    /**
     * Starts one.
     *
     * @param folder for topics, queues and messages; made when it is not there
     * @param port 0 for any that is free
     * @throws BrokerFailure says in one line why it does not start
     */
    public static LocalBroker open(Path folder, int port) {
        return open(folder, port, WRITE_AT_ONCE);
    }

    static LocalBroker open(Path folder, int port, String storeOptions) {
        if (!RUNNING.compareAndSet(false, true)) {
            throw new BrokerFailure("a broker runs in this process already; use that one, or start another process");
        }
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        parts.push(() -> RUNNING.set(false));
        try {
            BrokerFolder claimed = BrokerFolder.claim(folder);
            parts.push(claimed);
            Front front = Front.bind(port);
            parts.push(front);
            QueueServer queues = QueueServer.start(claimed.messages(), storeOptions, front.port(), REGION, ACCOUNT);
            parts.push(queues);
            front.serve(
                    new TopicService(claimed.topics(), queues, REGION, ACCOUNT),
                    new QueueService(claimed.queueAttributes(), queues));
            parts.remove(front);
            parts.push(front);
            return new LocalBroker(parts, front.endpoint());
        } catch (RuntimeException failure) {
            closeAll(parts);
            throw failure;
        }
    }

    /** For {@code MISSION_AWS_ENDPOINT}: of both services. */
    public URI endpoint() {
        return endpoint;
    }

    /** Ends in order: what has been taken in is written, and what comes later is refused. */
    @Override
    public void close() {
        closeAll(parts);
    }

    private static synchronized void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                log.warn("a part of the broker did not end", failure);
            }
        }
    }
}
