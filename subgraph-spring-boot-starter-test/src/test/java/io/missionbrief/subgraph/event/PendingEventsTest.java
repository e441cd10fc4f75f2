package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.ScratchSubgraph;
import org.junit.jupiter.api.Test;

/** How the search for events without a position is planned, whatever the statistics say. */
class PendingEventsTest {

    @Test
    void readsNoNumberedEventThoughStatisticsAreFromTheMiddleOfAnImport() {
        try (var subgraph = ScratchSubgraph.start(SampleInstance.SUBGRAPH)) {
            var log = new LogTable(subgraph.database());
            log.execute("""
                    insert into event_log (workspace_id, type, object_type, object_id, object_version, actor, state, changes)
                    select 'w1', 'Memo.New', 'Memo', uuidv7(), 1, 'somebody', '{}', '{}' from generate_series(1, 20000)
                    """);
            log.execute("analyze event_log");
            log.execute("update event_log set position = seq, workspace_position = seq");

            String plan = log.read(superuser -> superuser
                    .fetch("explain (analyze, costs off, timing off, summary off) " + Sequencer.PENDING)
                    .format());

            assertThat(plan).contains("using event_log_pending").doesNotContain("Seq Scan", "Sort");
        }
    }

    @Test
    void findsEachEventOfABatchByWhereItLiesThoughThereAreNoStatistics() {
        try (var subgraph = ScratchSubgraph.start(SampleInstance.SUBGRAPH)) {
            var log = new LogTable(subgraph.database());

            assertThat(numbering(log)).contains("Tid Scan").doesNotContain("Seq Scan on event_log");
        }
    }

    @Test
    void findsEachEventOfABatchByWhereItLiesThoughStatisticsAreOfASmallLog() {
        try (var subgraph = ScratchSubgraph.start(SampleInstance.SUBGRAPH)) {
            var log = new LogTable(subgraph.database());
            log.execute("""
                    insert into event_log (workspace_id, type, object_type, object_id, object_version, actor, state)
                    select 'w1', 'Memo.New', 'Memo', uuidv7(), 1, 'somebody', '{}' from generate_series(1, 20000)
                    """);
            log.execute("analyze event_log");

            assertThat(numbering(log)).contains("Tid Scan").doesNotContain("Seq Scan on event_log");
        }
    }

    /** How a batch is numbered, by whoever holds the lease. */
    private static String numbering(LogTable log) {
        String number = Sequencer.NUMBER.replace("<batch>", String.valueOf(EventAutoConfiguration.NUMBERED_AT_ONCE));
        return log.read(superuser -> superuser.transactionResult(transaction -> {
            transaction.dsl().fetch(Sequencer.LEASE);
            return transaction.dsl().fetch("explain (costs off) " + number, 0L).format(1_000);
        }));
    }
}
