package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a stream of events brings, to whom, and how it ends. */
class EventFeedTest {

    private static final TestDatabase DATABASE = TestDatabase.create(SampleInstance.SUBGRAPH);
    private static final int BUFFER = 8;
    private static final SampleInstance INSTANCE =
            SampleInstance.start(DATABASE, Map.of("mission-brief.events.subscriber-buffer", BUFFER));

    private final Actor actor = SampleInstance.somebody();

    @AfterAll
    static void stop() {
        INSTANCE.close();
        DATABASE.close();
    }

    @Test
    void aStreamBringsTheEventsOfTheWorkspaceInTheirOrder() {
        Received received = Received.by(INSTANCE.feed(), actor);

        UUID memo = INSTANCE.create(actor, "one");
        INSTANCE.tenants().write(actor, transaction -> INSTANCE.change(transaction, actor, memo, "two"));

        received.awaitBodies(List.of("one", "two"));
        Event second = received.events().get(1);
        assertThat(second.type()).isEqualTo(new EventType("Memo.Update"));
        assertThat(second.objectType()).isEqualTo("Memo");
        assertThat(second.objectId()).isEqualTo(memo);
        assertThat(second.objectVersion()).isEqualTo(2);
        assertThat(second.actor()).isEqualTo(actor.userId());
        assertThat(second.workspace()).isEqualTo(actor.workspace());
        assertThat(second.cursor().position()).isEqualTo(2);
        assertThat(second.changes().path("body").path("after").asString()).isEqualTo("two");
        assertThat(second.lane()).isEqualTo(Lane.NORMAL);
        assertThat(second.occurredAt().toInstant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void aStreamBringsNothingOfAnotherWorkspace() {
        bringsNothingOf(SampleInstance.somebody(), new Hubs(BUFFER));
    }

    @Test
    void theTestAboveFailsWhenAHubIsHadWithoutItsActor() {
        Actor other = SampleInstance.somebody();
        var mutant = new Hubs(BUFFER) {
            @Override
            Hub of(Actor ignored) {
                return super.of(other);
            }
        };

        assertThatThrownBy(() -> bringsNothingOf(other, mutant)).isInstanceOf(AssertionError.class);
    }

    private void bringsNothingOf(Actor other, Hubs hubs) {
        try (var tail = RunningTail.start(INSTANCE.workers()::open, hubs)) {
            Received received = Received.by(tail.feed(), actor);

            INSTANCE.create(other, "theirs");
            INSTANCE.create(actor, "ours");

            Received.soon().until(() -> !received.events().isEmpty());
            assertThat(received.bodies()).containsExactly("ours");
        }
    }

    @Test
    void twoHundredStreamsCostNoMoreStatementsThanOne() {
        var statements = new AtomicInteger();
        try (var tail = RunningTail.start(() -> counting(INSTANCE.workers().open(), statements), new Hubs(BUFFER))) {
            List<Received> streams = IntStream.range(0, 200)
                    .mapToObj(i -> Received.by(tail.feed(), actor))
                    .toList();
            statements.set(0);

            for (int i = 1; i <= 20; i++) {
                int events = i;
                INSTANCE.create(actor, "memo " + i);
                Received.soon()
                        .until(() -> streams.stream()
                                .allMatch(stream -> stream.events().size() == events));
            }

            assertThat(statements.get()).isBetween(1, 150);
        }
    }

    /** A connection that counts the statements which are made on it. */
    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == PreparedStatement.class) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                });
    }

    @Test
    void aTokenWithoutAWorkspaceGetsNoStream() {
        var nobody = new Actor("nobody", null, Set.of(), Set.of(), actor.expiresAt());

        assertThatThrownBy(() -> INSTANCE.feed().of(nobody))
                .isInstanceOfSatisfying(
                        RequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void aStreamEndsWithItsToken() {
        Actor brief = SampleInstance.somebodyUntil(
                actor.requireWorkspace(), Instant.now().plus(Duration.ofMillis(300)));

        Received received = Received.by(INSTANCE.feed(), brief);

        assertThat(received.awaitError().code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(Instant.now()).isAfterOrEqualTo(brief.expiresAt());
    }

    @Test
    void aSubscriberThatTakesNothingIsDisconnectedWithTheCursorOfItsLastEvent() {
        Received slow = Received.slowlyBy(INSTANCE.feed(), actor);
        Received quick = Received.by(INSTANCE.feed(), actor);

        List<String> bodies =
                IntStream.rangeClosed(1, 2 * BUFFER).mapToObj(i -> "memo " + i).toList();
        for (int i = 0; i < bodies.size(); i++) {
            INSTANCE.create(actor, bodies.get(i));
            // One at a time: on a busy machine the quick one would be too slow for all at once.
            quick.awaitBodies(bodies.subList(0, i + 1));
        }
        slow.request(Long.MAX_VALUE);

        RequestException end = slow.awaitError();
        assertThat(end.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(end.extensions()).containsEntry("reason", "SLOW_SUBSCRIBER");
        assertThat(slow.bodies())
                .hasSizeBetween(BUFFER, BUFFER + 1)
                .isEqualTo(bodies.subList(0, slow.bodies().size()));
        assertThat(end.extensions())
                .containsEntry("cursor", slow.events().getLast().cursor().encoded());
    }

    @Test
    void aStreamOfOneTypeIsNotBurdenedByOthers() {
        Received slow = Received.slowlyBy(INSTANCE.feed(), actor, new EventType("Memo.Update"));
        Received all = Received.by(INSTANCE.feed(), actor);

        List<String> bodies =
                IntStream.rangeClosed(1, 2 * BUFFER).mapToObj(i -> "memo " + i).toList();
        for (int i = 0; i < bodies.size(); i++) {
            INSTANCE.create(actor, bodies.get(i));
            all.awaitBodies(bodies.subList(0, i + 1));
        }
        UUID memo = all.events().getFirst().objectId();
        INSTANCE.tenants().write(actor, transaction -> INSTANCE.change(transaction, actor, memo, "last"));
        slow.request(Long.MAX_VALUE);

        slow.awaitBodies(List.of("last"));
    }

    @Test
    void aSubscriberAtWorkHoldsUpNobody() {
        var done = new CompletableFuture<Void>();
        INSTANCE.feed().of(actor).subscribe(event -> done.join(), error -> {});
        Received received = Received.by(INSTANCE.feed(), actor);

        INSTANCE.create(actor, "one");
        INSTANCE.create(actor, "two");

        received.awaitBodies(List.of("one", "two"));
        done.complete(null);
    }

    @Test
    void aStreamIsToldThatTheServerShutsDown() {
        Received received;
        Received late;
        try (var other = SampleInstance.start(DATABASE)) {
            received = Received.by(other.feed(), actor);
            INSTANCE.create(actor, "last");
            received.awaitBodies(List.of("last"));
            other.bean(EndStreamsAtShutdown.class).stop();
            late = Received.by(other.feed(), actor);
        }

        RequestException end = received.awaitError();
        assertThat(end.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(end.extensions())
                .containsEntry("reason", "SHUTDOWN")
                .containsEntry("cursor", received.events().getLast().cursor().encoded());
        assertThat(late.awaitError().extensions()).containsEntry("reason", "SHUTDOWN");
    }

    @Test
    void aStreamIsRefusedUntilTheLogWasReached() {
        var unreached = new EventFeed(new Hubs(BUFFER), RunningTail.unlimited(), InstantSource.system());

        assertThat(Received.by(unreached, actor).awaitError().extensions()).containsEntry("reason", "NOT_READY");
    }

    @Test
    void everyInstanceBringsTheEvent() {
        try (var other = SampleInstance.start(DATABASE)) {
            Received here = Received.by(INSTANCE.feed(), actor);
            Received there = Received.by(other.feed(), actor);

            other.create(actor, "written there");
            INSTANCE.create(actor, "written here");

            here.awaitBodies(List.of("written there", "written here"));
            there.awaitBodies(List.of("written there", "written here"));
        }
    }

    @Test
    void aUserOrAWorkspaceOrAllOfThemGetSoManyStreamsAndNoMore() {
        assertOneStreamOnly("of-user", actor, actor);
        assertOneStreamOnly("of-workspace", actor, someoneElseIn(actor));
        assertOneStreamOnly("of-instance", actor, SampleInstance.somebody());
    }

    private static void assertOneStreamOnly(String limit, Actor first, Actor second) {
        Map<String, Object> settings = Map.of("mission-brief.events.streams." + limit, 1);
        try (var instance = SampleInstance.start(DATABASE, settings)) {
            Received only = Received.by(instance.feed(), first);

            RequestException end = Received.by(instance.feed(), second).awaitError();
            assertThat(end.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(end.extensions()).containsEntry("reason", "TOO_MANY_STREAMS");

            only.cancel();
            Received afterwards = Received.by(instance.feed(), second);
            instance.create(second, "room again");
            afterwards.awaitBodies(List.of("room again"));
        }
    }

    private static Actor someoneElseIn(Actor one) {
        return new Actor("someone else", one.requireWorkspace(), Set.of(), Set.of(), one.expiresAt());
    }
}
