package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** In which order events are numbered, whatever order their transactions began in. */
class SequencerTest {

    private static final TestDatabase DATABASE = TestDatabase.create(SampleInstance.SUBGRAPH);
    private static final LogTable LOG = new LogTable(DATABASE);
    private static final SampleInstance INSTANCE = SampleInstance.start(DATABASE);
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Actor actor = SampleInstance.somebody();

    @AfterAll
    static void stop() {
        THREADS.close();
        INSTANCE.close();
        DATABASE.close();
    }

    @Test
    void eventsOfOneObjectComeInTheOrderOfTheirCommitsNotOfTheirTransactionIds() throws Exception {
        UUID memo = INSTANCE.create(actor, "first");
        var idTaken = new CompletableFuture<Long>();
        var mayChange = new CompletableFuture<Void>();

        Future<Long> early = THREADS.submit(() -> INSTANCE.tenants().write(actor, transaction -> {
            idTaken.complete(transactionId(transaction));
            mayChange.join();
            INSTANCE.change(transaction, actor, memo, "began first, committed last");
            return transactionId(transaction);
        }));
        idTaken.join();
        long late = INSTANCE.tenants().write(actor, transaction -> {
            INSTANCE.change(transaction, actor, memo, "began last, committed first");
            return transactionId(transaction);
        });
        mayChange.complete(null);

        assertThat(early.get()).isLessThan(late);
        awaitNumbered();
        assertThat(LOG.bodies(actor))
                .containsExactly("first", "began last, committed first", "began first, committed last");
        assertThat(LOG.workspacePositions(actor)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anOpenTransactionHoldsBackNobodyAndIsNotSkipped() throws Exception {
        Received received = Received.by(INSTANCE.feed(), actor);
        var appended = new CompletableFuture<Void>();
        var mayCommit = new CompletableFuture<Void>();

        Future<UUID> open = THREADS.submit(() -> INSTANCE.tenants().write(actor, transaction -> {
            UUID memo = INSTANCE.create(transaction, actor, "appended first, committed last");
            appended.complete(null);
            mayCommit.join();
            return memo;
        }));
        appended.join();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            INSTANCE.create(actor, "memo " + i);
            expected.add("memo " + i);
            received.awaitBodies(expected);
        }
        mayCommit.complete(null);
        open.get();

        expected.add("appended first, committed last");
        received.awaitBodies(expected);
        assertThat(LOG.workspacePositions(actor))
                .isEqualTo(LongStream.rangeClosed(1, 11).boxed().toList());
    }

    @Test
    void sequencersAtTheSameTimeNumberDenselyAndNothingTwice() throws Exception {
        var actors = List.of(actor, SampleInstance.somebody(), SampleInstance.somebody());
        List<Future<?>> writers = new ArrayList<>();
        for (Actor writer : actors) {
            writers.add(THREADS.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    INSTANCE.create(writer, "memo " + i);
                }
            }));
        }
        List<Future<?>> sequencers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sequencers.add(THREADS.submit(() -> numberUntilDone(writers)));
        }
        for (Future<?> sequencer : sequencers) {
            sequencer.get();
        }

        awaitNumbered();
        List<Long> positions = LOG.positions();
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
        for (Actor writer : actors) {
            assertThat(LOG.workspacePositions(writer))
                    .isEqualTo(LongStream.rangeClosed(1, 60).boxed().toList());
        }
    }

    @Test
    void whoeverWaitedForTheLeaseSeesWhatItsHolderNumbered() throws Exception {
        awaitNumbered();
        var leased = new CompletableFuture<Void>();
        var mayCommit = new CompletableFuture<Void>();
        Future<Integer> holder = THREADS.submit(() -> INSTANCE.workers().write(transaction -> {
            transaction.execute("select from event_counter for update");
            leased.complete(null);
            mayCommit.join();
            return 0;
        }));
        leased.join();
        INSTANCE.create(actor, "memo");
        List<Future<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            waiting.add(THREADS.submit(() -> new Sequencer(INSTANCE.workers(), 1).numberAll()));
        }
        Received.soon().until(() -> waitingForLocks() >= 2);
        mayCommit.complete(null);

        holder.get();
        for (Future<Integer> sequencer : waiting) {
            assertThat(sequencer.get()).isLessThanOrEqualTo(1);
        }
        awaitNumbered();
        assertThat(LOG.workspacePositions(actor)).containsExactly(1L);
    }

    private static void numberUntilDone(List<Future<?>> writers) {
        var sequencer = new Sequencer(INSTANCE.workers(), 7);
        boolean done;
        do {
            done = writers.stream().allMatch(Future::isDone);
            sequencer.numberAll();
        } while (!done);
    }

    private static int waitingForLocks() {
        return LOG.read(superuser -> superuser.fetchSingle("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).get(0, Integer.class));
    }

    private static void awaitNumbered() {
        Received.soon().until(() -> LOG.unnumbered() == 0);
    }

    private static long transactionId(DSLContext transaction) {
        return transaction
                .fetchSingle("select pg_current_xact_id()::text::bigint")
                .get(0, Long.class);
    }
}
