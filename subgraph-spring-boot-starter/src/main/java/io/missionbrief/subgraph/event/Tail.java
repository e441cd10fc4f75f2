package io.missionbrief.subgraph.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log once for all subscribers of this instance, and feeds the hubs. When the connection breaks it opens
 * another one and goes on behind the last event that it has read.
 */
final class Tail implements BackgroundLoop.Step {

    /** Opens a connection that the tail keeps. */
    interface Connector {
        Connection open() throws SQLException;
    }

    private static final Logger log = LoggerFactory.getLogger(Tail.class);

    private final Connector connector;
    private final String channel;
    private final Duration poll;
    private final EventJson json;
    private final Hubs hubs;
    private final TailProgress progress;
    private volatile @Nullable LogReader reader;
    private LogReader.@Nullable Head head;

    Tail(Connector connector, String channel, Duration poll, EventJson json, Hubs hubs, InstantSource clock) {
        this.connector = connector;
        this.channel = channel;
        this.poll = poll;
        this.json = json;
        this.hubs = hubs;
        this.progress = new TailProgress(clock);
    }

    TailProgress progress() {
        return progress;
    }

    @Override
    public void run() throws SQLException {
        try {
            readOn();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void readOn() throws SQLException {
        LogReader present = reader;
        LogReader connected = present == null ? connect() : present;
        LogReader.Head from = head == null ? connected.head() : head;
        List<Event> events = connected.readAfter(from);
        for (Event event : events) {
            from = publish(from, event);
        }
        head = from;
        progress.heard(events);
        if (events.size() < LogReader.BATCH) {
            connected.await(poll);
        }
    }

    private LogReader connect() throws SQLException {
        LogReader connected = new LogReader(connector.open(), channel, json);
        reader = connected;
        LogReader.Head found = connected.head();
        if (head != null && !found.continues(head)) {
            log.warn("The log is another one than before: {} after {}. Subscribers have to start anew.", found, head);
            hubs.end(EndOfStream::gap);
            head = found;
        } else if (head == null) {
            head = found;
        }
        hubs.open();
        return connected;
    }

    private LogReader.Head publish(LogReader.Head from, Event event) {
        if (event.position() != from.position() + 1) {
            log.error("Events are missing between {} and {}", from, event.position());
            hubs.end(EndOfStream::gap);
        }
        hubs.publish(event);
        return new LogReader.Head(from.epoch(), event.position());
    }

    /** Cuts the connection on which the tail waits: there is nothing to lose on it. */
    @Override
    public void hurry() {
        LogReader present = reader;
        if (present != null) {
            present.cut();
        }
    }

    @Override
    public void close() {
        LogReader present = reader;
        reader = null;
        if (present != null) {
            present.close();
        }
    }
}
