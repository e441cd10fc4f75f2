package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Streams outlive what happens to the connections below them. */
class TailTest {

    private static final TestDatabase DATABASE = TestDatabase.create(SampleInstance.SUBGRAPH);
    private static final LogTable LOG = new LogTable(DATABASE);
    private static final SampleInstance INSTANCE = SampleInstance.start(DATABASE);

    private final Actor actor = SampleInstance.somebody();

    @AfterAll
    static void stop() {
        INSTANCE.close();
        DATABASE.close();
    }

    @Test
    void losesNothingWhenConnectionsBreak() {
        Received received = Received.by(INSTANCE.feed(), actor);

        List<String> bodies = IntStream.range(0, 30).mapToObj(i -> "memo " + i).toList();
        for (String body : bodies) {
            if (body.endsWith("5")) {
                breakWorkerConnections();
            }
            INSTANCE.create(actor, body);
        }

        received.awaitBodies(bodies);
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() {
        var away = new AtomicBoolean();
        var refused = new AtomicInteger();
        Tail.Connector connector = () -> {
            if (away.get()) {
                refused.incrementAndGet();
                throw new SQLException("The database is away");
            }
            return INSTANCE.workers().open();
        };
        try (var tail = RunningTail.start(connector, new Hubs(256))) {
            Received received = Received.by(tail.feed(), actor);
            INSTANCE.create(actor, "before");
            received.awaitBodies(List.of("before"));

            away.set(true);
            breakWorkerConnections();
            Received.soon().until(() -> refused.get() >= 2);
            INSTANCE.create(actor, "meanwhile");
            Received.soon().until(() -> LOG.unnumbered() == 0);
            assertThat(received.bodies()).containsExactly("before");
            away.set(false);

            INSTANCE.create(actor, "after");
            received.awaitBodies(List.of("before", "meanwhile", "after"));
        }
    }

    @Test
    void findsEventsWithoutANotification() {
        var poll = Duration.ofMillis(50);
        try (var tail = RunningTail.start(INSTANCE.workers()::open, new Hubs(256), "nobody_notifies_here", poll)) {
            Received received = Received.by(tail.feed(), actor);

            INSTANCE.create(actor, "quiet");

            received.awaitBodies(List.of("quiet"));
        }
    }

    @Test
    void aCommitWakesTheSequencerAndTheTailWithoutAnyPolling() {
        var neverPolls = Map.<String, Object>of("mission-brief.events.poll", "1h");
        try (var database = TestDatabase.create(SampleInstance.SUBGRAPH);
                var instance = SampleInstance.start(database, neverPolls)) {
            Received received = Received.by(instance.feed(), actor);

            instance.create(actor, "one");
            received.awaitBodies(List.of("one"));
            instance.create(actor, "two");
            received.awaitBodies(List.of("one", "two"));
        }
    }

    @Test
    void anotherHistoryOfTheLogIsToldAsAGap() {
        Received received = Received.by(INSTANCE.feed(), actor);
        INSTANCE.create(actor, "in the first history");
        received.awaitBodies(List.of("in the first history"));

        LOG.execute("update event_counter set generation = generation + 1");
        breakWorkerConnections();

        RequestException end = received.awaitError();
        assertThat(end.extensions()).containsEntry("reason", "GAP");
        Received anew = Received.by(INSTANCE.feed(), actor);
        INSTANCE.create(actor, "in the second history");
        anew.awaitBodies(List.of("in the second history"));
        assertThat(anew.events().getFirst().cursor().epoch())
                .isNotEqualTo(received.events().getFirst().cursor().epoch());
    }

    @Test
    void losesNothingWhenTheNetworkFallsSilent() throws Exception {
        var poll = Duration.ofMillis(50);
        try (var network = SilentNetwork.to(DATABASE);
                var tail = RunningTail.start(network::worker, new Hubs(256), "sample_event", poll)) {
            Received received = Received.by(tail.feed(), actor);
            INSTANCE.create(actor, "before");
            received.awaitBodies(List.of("before"));

            network.fallSilent();
            INSTANCE.create(actor, "meanwhile");

            received.awaitBodies(List.of("before", "meanwhile"));
        }
    }

    @Test
    void closesAConnectionOnWhichItCannotListen() {
        var opened = new CopyOnWriteArrayList<Connection>();
        Tail.Connector connector = () -> {
            Connection connection = INSTANCE.workers().open();
            opened.add(connection);
            return opened.size() == 1 ? withoutStatements(connection) : connection;
        };
        try (var tail = RunningTail.start(connector, new Hubs(256))) {
            Received received = Received.by(tail.feed(), actor);
            INSTANCE.create(actor, "heard on the second");
            received.awaitBodies(List.of("heard on the second"));

            assertThat(opened)
                    .hasSize(2)
                    .first()
                    .satisfies(first -> assertThat(first.isClosed()).isTrue());
        }
    }

    @Test
    void anEventThatCannotBeReadIsAGapOfItsWorkspaceAndHoldsUpNoOther() {
        Actor other = SampleInstance.somebody();
        Received received = Received.by(INSTANCE.feed(), actor);
        Received others = Received.by(INSTANCE.feed(), other);
        INSTANCE.create(actor, "readable");
        received.awaitBodies(List.of("readable"));

        // A number of more digits than the reader takes.
        LOG.execute("""
                insert into event_log (workspace_id, type, object_type, object_id, object_version, actor, state, changes)
                values ('%s', 'Memo.New', 'Memo', uuidv7(), 1, 'somebody', '{"body": 1%s}', '{}')
                """.formatted(actor.requireWorkspace(), "0".repeat(2_000)));
        INSTANCE.create(other, "behind it");

        others.awaitBodies(List.of("behind it"));
        RequestException end = received.awaitError();
        assertThat(end.extensions()).containsEntry("reason", "GAP");
        Received anew = Received.by(INSTANCE.feed(), actor);
        INSTANCE.create(actor, "after it");
        anew.awaitBodies(List.of("after it"));
    }

    private static Connection withoutStatements(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == PreparedStatement.class) {
                        throw new SQLException("No statement here");
                    }
                    return method.invoke(connection, arguments);
                });
    }

    private static void breakWorkerConnections() {
        LOG.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and usename = 'sample_worker'
                """);
    }
}
