package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads the numbered events over one connection, on which it is also notified of new ones. */
final class LogReader implements AutoCloseable {

    /** How many events one query reads at most. */
    static final int BATCH = 500;

    /**
     * Where the log stands.
     *
     * @param epoch in which history its positions count
     * @param position the last one that was given
     */
    record Head(String epoch, long position) {

        /** Whether a reader that has come to the earlier head can read on from there. */
        boolean continues(Head earlier) {
            return epoch.equals(earlier.epoch) && position >= earlier.position;
        }
    }

    /**
     * One row, as it was read. What is in it is looked at when somebody wants the event: most events of a busy workspace
     * interest nobody.
     *
     * @param workspace whose event it is
     * @param type as it was written
     */
    record Row(long position, WorkspaceId workspace, String type, OffsetDateTime occurredAt, Supplier<Event> content) {

        /** Null when it cannot be read. */
        @Nullable
        Event event() {
            try {
                return content.get();
            } catch (RuntimeException e) {
                log.error("The event at position {} cannot be read", position, e);
                return null;
            }
        }
    }

    /** Positions first, then the event of each by its index: what the planner makes of a join depends on how large the log was. */
    private static final String NEXT = """
            select next.workspace_id, event.id, event.type, event.object_type, event.object_id, event.object_version, event.actor,
                event.occurred_at, next.position, next.workspace_position, event.state, event.changes, event.personal_subject,
                event.personal_fields, event.lane, event.request_id, event.trace_parent
            from (select * from event_position where position > ? order by position limit <batch>) as next
                cross join lateral (select * from event_log where event_log.seq = next.seq limit 1) as event
            order by next.position
            """.replace("<batch>", String.valueOf(BATCH));

    private static final String WAITING = """
            select cast(extract(epoch from clock_timestamp() - occurred_at) * 1000 as bigint)
            from event_pending join event_log using (seq) order by seq limit 1
            """;

    /**
     * A plan that was made while the log was small reads all of it, and PostgreSQL keeps that plan until it has analysed the
     * tables, a minute or more later: it would read the whole log for each batch.
     */
    private static final String BY_INDEX_ONLY = "set enable_seqscan = off";

    private static final Logger log = LoggerFactory.getLogger(LogReader.class);

    private final Connection connection;
    private final DSLContext database;
    private final EventJson json;

    LogReader(Connection connection, EventJson json) {
        this.connection = connection;
        this.database = DSL.using(connection, SQLDialect.POSTGRES);
        this.json = json;
    }

    /**
     * To be called before the first reading, which it prepares for: what is numbered after that is told.
     *
     * @param patience how long a server may take for an answer; after that the connection is lost
     */
    void listen(String channel, Duration patience) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        database.execute(BY_INDEX_ONLY);
        database.execute("listen {0}", DSL.name(channel));
    }

    Head head() {
        return database.fetchSingle("select event_epoch(), position from event_counter")
                .map(head -> new Head(head.get(0, String.class), head.get(1, Long.class)));
    }

    /** How long the oldest event without a position has been waiting for one; zero when each has its own. */
    Duration waiting() {
        return database.fetchOptional(WAITING)
                .map(oldest -> Duration.ofMillis(oldest.get(0, Long.class)))
                .orElse(Duration.ZERO);
    }

    /** The next events in the order of their positions. One that cannot be read does not keep the others away. */
    List<Row> readAfter(Head head) {
        return database.resultQuery(NEXT, head.position())
                .coerce(
                        EventTable.WORKSPACE_ID,
                        EventTable.ID,
                        EventTable.TYPE,
                        EventTable.OBJECT_TYPE,
                        EventTable.OBJECT_ID,
                        EventTable.OBJECT_VERSION,
                        EventTable.ACTOR,
                        EventTable.OCCURRED_AT,
                        EventTable.POSITION,
                        EventTable.WORKSPACE_POSITION,
                        EventTable.STATE,
                        EventTable.CHANGES,
                        EventTable.PERSONAL_SUBJECT,
                        EventTable.PERSONAL_FIELDS,
                        EventTable.LANE,
                        EventTable.REQUEST_ID,
                        EventTable.TRACE_PARENT)
                .fetch(row -> new Row(
                        row.get(EventTable.POSITION),
                        new WorkspaceId(row.get(EventTable.WORKSPACE_ID)),
                        row.get(EventTable.TYPE),
                        row.get(EventTable.OCCURRED_AT),
                        () -> event(head.epoch(), row)));
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

    private Event event(String epoch, Record row) {
        JsonNode state = json.node(row.get(EventTable.STATE));
        JSONB changes = row.get(EventTable.CHANGES);
        return new Event(
                row.get(EventTable.ID),
                new WorkspaceId(row.get(EventTable.WORKSPACE_ID)),
                new EventType(row.get(EventTable.TYPE)),
                row.get(EventTable.OBJECT_TYPE),
                row.get(EventTable.OBJECT_ID),
                row.get(EventTable.OBJECT_VERSION),
                row.get(EventTable.ACTOR),
                row.get(EventTable.OCCURRED_AT),
                row.get(EventTable.POSITION),
                new EventCursor(epoch, row.get(EventTable.WORKSPACE_POSITION)),
                state,
                changes == null ? json.changesOfNew(state) : json.node(changes),
                personal(row.get(EventTable.PERSONAL_SUBJECT), row.get(EventTable.PERSONAL_FIELDS)),
                Lane.valueOf(row.get(EventTable.LANE)),
                row.get(EventTable.REQUEST_ID),
                row.get(EventTable.TRACE_PARENT));
    }

    private static @Nullable Personal personal(@Nullable UUID subject, String[] fields) {
        return subject == null ? null : new Personal(subject, Set.of(fields));
    }
}
