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

            String plan = log.read(superuser -> superuser
                    .fetch("explain (costs off) " + Sequencer.NUMBER.replace("<batch>", "500"), 0L)
                    .format(1_000));

            assertThat(plan).contains("Tid Scan").doesNotContain("Seq Scan on event_log");
        }
    }
}
