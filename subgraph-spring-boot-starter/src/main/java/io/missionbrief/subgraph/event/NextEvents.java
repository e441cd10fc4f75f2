package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads the numbered events of a subgraph in the order of their positions, a batch at a time. */
final class NextEvents {

    /** How many events one query reads at most. */
    static final int BATCH = 500;

    /**
     * A plan that was made while the log was small reads all of it, and PostgreSQL keeps that plan until it has analysed the
     * tables, a minute or more later: it would read the whole log for each batch. For a session; a transaction calls
     * {@link #byIndexOnly}.
     */
    static final String BY_INDEX_ONLY = "enable_seqscan = off";

    /** What {@link #event} reads, of a position {@code next} and its {@code event}. */
    static final String COLUMNS = """
            next.workspace_id, event.id, event.type, event.object_type, event.object_id, event.object_version, event.actor,
            event.occurred_at, next.position, next.workspace_position, event.state, event.changes, event.personal_subject,
            event.personal_fields, event.lane, event.request_id, event.trace_parent
            """;

    /** By its index: what the planner makes of a join depends on how large the log was. */
    static final String EVENT_OF_NEXT =
            "cross join lateral (select * from event_log where event_log.seq = next.seq limit 1) as event";

    private static final String NEXT = """
            select <columns>
            from (select * from event_position where position > ? order by position limit <batch>) as next <event>
            order by next.position
            """.replace("<columns>", COLUMNS)
            .replace("<event>", EVENT_OF_NEXT)
            .replace("<batch>", String.valueOf(BATCH));

    private static final String ONE = """
            select <columns> from (select * from event_position where position = ? limit 1) as next <event>
            """.replace("<columns>", COLUMNS).replace("<event>", EVENT_OF_NEXT);

    private NextEvents() {}

    /** To be called before the transaction reads. */
    static void byIndexOnly(DSLContext transaction) {
        transaction.execute("set local " + BY_INDEX_ONLY);
    }

    /** At most {@link #BATCH} events; fewer when there are no more. */
    static List<LoggedEvent> after(DSLContext database, LogPosition place) {
        return database.resultQuery(NEXT, place.position())
                .coerce(EventTable.COLUMNS)
                .fetch(row -> event(place, row));
    }

    /** The event at a position; null when there is none. */
    static @Nullable LoggedEvent at(DSLContext database, LogPosition place) {
        return database.resultQuery(ONE, place.position())
                .coerce(EventTable.COLUMNS)
                .fetchOne(row -> event(place, row));
    }

    /** Where the log ends. */
    static LogPosition end(DSLContext database) {
        return database.fetchSingle("select event_epoch(), position from event_counter")
                .map(end -> new LogPosition(end.get(0, String.class), end.get(1, Long.class)));
    }

    /** @param place of the history in which the positions count */
    static LoggedEvent event(LogPosition place, Record row) {
        JSONB changes = row.get(EventTable.CHANGES);
        return new LoggedEvent(
                row.get(EventTable.ID),
                new WorkspaceId(row.get(EventTable.WORKSPACE_ID)),
                row.get(EventTable.TYPE),
                row.get(EventTable.OBJECT_TYPE),
                row.get(EventTable.OBJECT_ID),
                row.get(EventTable.OBJECT_VERSION),
                row.get(EventTable.ACTOR),
                row.get(EventTable.OCCURRED_AT),
                place.at(row.get(EventTable.POSITION)),
                row.get(EventTable.WORKSPACE_POSITION),
                row.get(EventTable.STATE).data(),
                changes == null ? null : changes.data(),
                personal(row.get(EventTable.PERSONAL_SUBJECT), row.get(EventTable.PERSONAL_FIELDS)),
                Lane.valueOf(row.get(EventTable.LANE)),
                row.get(EventTable.REQUEST_ID),
                row.get(EventTable.TRACE_PARENT));
    }

    private static @Nullable Personal personal(@Nullable UUID subject, String[] fields) {
        return subject == null ? null : new Personal(subject, Set.of(fields));
    }
}
