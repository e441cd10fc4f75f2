package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.ScratchSubgraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    /** After so many, PostgreSQL keeps the plan of a prepared statement. */
    private static final int UNTIL_A_PLAN_IS_KEPT = 12;

    @Test
    void readsByTheIndexThoughItBeganWithAnEmptyLog() throws SQLException {
        readsByTheIndexThoughItBeganWith(0);
    }

    @Test
    void readsByTheIndexThoughItBeganWithASmallLog() throws SQLException {
        readsByTheIndexThoughItBeganWith(3);
    }

    private static void readsByTheIndexThoughItBeganWith(int events) throws SQLException {
        try (var subgraph = ScratchSubgraph.start(SampleInstance.SUBGRAPH);
                Connection connection = subgraph.database().connect(SampleInstance.SUBGRAPH + "_worker")) {
            var log = new LogTable(subgraph.database());
            appendNumbered(log, events);
            log.execute("analyze event_log, event_position");
            connection.setAutoCommit(false); // so that the counts of the table are those of this connection
            var reader = new LogReader(connection);
            reader.listen("log_reader_test", Duration.ofSeconds(10));
            LogPosition head = reader.end();
            for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
                reader.readAfter(head);
            }
            appendNumbered(log, 5_000);
            long before = wholeReadings(connection);

            assertThat(reader.readAfter(head)).hasSize(NextEvents.BATCH);

            assertThat(wholeReadings(connection)).isEqualTo(before);
        }
    }

    private static void appendNumbered(LogTable log, int events) {
        log.execute("""
                insert into event_log (workspace_id, type, object_type, object_id, object_version, actor, state)
                select 'w1', 'Memo.New', 'Memo', uuidv7(), 1, 'somebody', '{}' from generate_series(1, %d)
                """.formatted(events));
        log.execute("""
                insert into event_position (workspace_id, workspace_position, position, seq, lane)
                select workspace_id, seq, seq, seq, lane from event_log on conflict do nothing
                """);
    }

    private static long wholeReadings(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES).fetchSingle("""
                        select sum(seq_scan) from pg_stat_xact_user_tables
                        where relname in ('event_log', 'event_position')
                        """).get(0, Long.class);
    }
}
