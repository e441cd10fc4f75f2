package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.background.BackgroundLoop;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
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

    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Tail.class);

    private final Connector connector;
    private final String channel;
    private final Duration poll;
    private final EventJson json;
    private final Hubs hubs;
    private final LogEnd end;
    private final TailProgress progress;
    private final InstantSource clock;
    private Instant nextLook = Instant.MIN;
    private volatile @Nullable LogReader reader;
    private @Nullable LogPosition head;

    Tail(
            Connector connector,
            String channel,
            Duration poll,
            EventJson json,
            Hubs hubs,
            LogEnd end,
            InstantSource clock) {
        this.connector = connector;
        this.channel = channel;
        this.poll = poll;
        this.json = json;
        this.hubs = hubs;
        this.end = end;
        this.clock = clock;
        this.progress = new TailProgress(clock);
    }

    TailProgress progress() {
        return progress;
    }

    @Override
    public Duration run() throws SQLException {
        try {
            readOn();
            return Duration.ZERO;
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    private void readOn() throws SQLException {
        LogReader present = reader;
        LogReader connected = present == null ? connect() : present;
        LogPosition from = head == null ? connected.end() : head;
        List<LoggedEvent> rows = connected.readAfter(from);
        progress.read(occurrence(rows));
        for (LoggedEvent row : rows) {
            from = publish(from, row);
            head = from;
        }
        head = from;
        end.reached(from);
        lookForWaiting(connected);
        if (rows.size() < NextEvents.BATCH) {
            connected.await(poll);
        }
    }

    private static @Nullable OffsetDateTime occurrence(List<LoggedEvent> rows) {
        return rows.isEmpty() ? null : rows.getFirst().occurredAt();
    }

    /** Here and not where events are numbered: a sequencer that has stopped tells nobody. */
    private void lookForWaiting(LogReader connected) {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            progress.unnumbered(connected.waiting());
            nextLook = now.plus(poll);
        }
    }

    private LogReader connect() throws SQLException {
        var connected = new LogReader(connector.open());
        reader = connected;
        connected.listen(channel, patience());
        LogPosition found = connected.end();
        progress.answered();
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

    /** A server that has not answered for ten polls is not there any more, or cannot be reached. */
    private Duration patience() {
        Duration tenPolls = poll.multipliedBy(10);
        if (tenPolls.compareTo(LONGEST_PATIENCE) > 0) {
            return LONGEST_PATIENCE;
        }
        return tenPolls.compareTo(SHORTEST_PATIENCE) < 0 ? SHORTEST_PATIENCE : tenPolls;
    }

    private LogPosition publish(LogPosition from, LoggedEvent row) {
        if (row.at().position() != from.position() + 1) {
            log.error("Events are missing between {} and {}", from, row.at());
            hubs.end(EndOfStream::gap);
        }
        if (hubs.want(row.workspace(), row.type())) {
            publish(row);
        }
        return row.at();
    }

    private void publish(LoggedEvent row) {
        try {
            hubs.publish(json.event(row));
        } catch (RuntimeException e) {
            log.error("The event at {} cannot be read", row.at(), e);
            hubs.end(row.workspace(), EndOfStream::gap);
        }
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
