package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.ScratchSubgraph;
import org.junit.jupiter.api.Test;

/** How a batch is taken from the queue of pending events, whatever the statistics say. */
class PendingEventsTest {

    @Test
    void isReadByItsIndexThoughThereAreNoStatistics() {
        try (var subgraph = ScratchSubgraph.start(SampleInstance.SUBGRAPH)) {
            assertTakenByIndex(new LogTable(subgraph.database()));
        }
    }

    @Test
    void isReadByItsIndexThoughStatisticsKnowItEmpty() {
        try (var subgraph = ScratchSubgraph.start(SampleInstance.SUBGRAPH)) {
            var log = new LogTable(subgraph.database());
            log.execute("vacuum analyze event_pending");

            assertTakenByIndex(log);
        }
    }

    private static void assertTakenByIndex(LogTable log) {
        String number = Sequencer.NUMBER.replace("<batch>", String.valueOf(EventAutoConfiguration.NUMBERED_AT_ONCE));
        String plan = log.read(superuser -> superuser.transactionResult(transaction -> {
            transaction.dsl().fetch(Sequencer.LEASE);
            return transaction.dsl().fetch("explain (costs off) " + number, 0L).format(1_000);
        }));

        assertThat(plan)
                .contains("Scan using event_pending_pkey", "Tid Scan on event_pending")
                .doesNotContain("Seq Scan on event_pending", "Nested Loop");
    }
}
