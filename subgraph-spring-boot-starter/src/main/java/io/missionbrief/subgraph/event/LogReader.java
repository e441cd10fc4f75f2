package io.missionbrief.subgraph.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the numbered events over one connection, on which it is also notified of new ones. */
final class LogReader implements AutoCloseable {

    private static final String WAITING = """
            select cast(extract(epoch from clock_timestamp() - event.occurred_at) * 1000 as bigint)
            from (select seq from event_pending order by seq limit 1) as next
                cross join lateral (select occurred_at from event_log where event_log.seq = next.seq limit 1) as event
            """;

    private static final Logger log = LoggerFactory.getLogger(LogReader.class);

    private final Connection connection;
    private final DSLContext database;

    LogReader(Connection connection) {
        this.connection = connection;
        this.database = DSL.using(connection, SQLDialect.POSTGRES);
    }

    /**
     * To be called before the first reading, which it prepares for: what is numbered after that is told.
     *
     * @param patience how long a server may take for an answer; after that the connection is lost
     */
    void listen(String channel, Duration patience) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        database.execute("set " + NextEvents.BY_INDEX_ONLY);
        database.execute("listen {0}", DSL.name(channel));
    }

    LogPosition end() {
        return NextEvents.end(database);
    }

    /** How long the oldest event without a position has been waiting for one; zero when each has its own. */
    Duration waiting() {
        return database.fetchOptional(WAITING)
                .map(oldest -> Duration.ofMillis(oldest.get(0, Long.class)))
                .orElse(Duration.ZERO);
    }

    /** The next events in the order of their positions, at most {@link NextEvents#BATCH}. */
    List<LoggedEvent> readAfter(LogPosition place) {
        return NextEvents.after(database, place);
    }

    /** Returns when something was numbered, or after the time. */
    void await(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    /** Ends what the reader is doing, from another thread. */
    void cut() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("The connection was lost already", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("The connection was lost already", e);
        }
    }
}
