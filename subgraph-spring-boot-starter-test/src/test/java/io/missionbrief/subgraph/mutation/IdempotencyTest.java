package io.missionbrief.subgraph.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.mutation.Outcome.Done;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.ScratchSubgraph;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private static final int CALLERS = 8;

    @SuppressWarnings("NullAway.Init")
    private static ScratchSubgraph subgraph;

    private final Mutations mutations = subgraph.bean(Mutations.class);
    private final WorkspaceId workspace = new WorkspaceId("w" + UUID.randomUUID());
    private final Actor ann = actor("ann");

    /** What a client sends. */
    private record CreateEntryInput(String title, @Nullable String note) {}

    private record Entry(UUID id, String title) {}

    @BeforeAll
    static void start() {
        subgraph = ScratchSubgraph.start("sample", MutationAutoConfiguration.class);
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    @Test
    void concurrentCallsUnderOneKeyActOnceAndAllSeeTheOneObject() throws Exception {
        List<Outcome<Entry>> outcomes = atOnce(() -> create(ann, "key", "one"));

        assertThat(titles(ann)).containsExactly("one");
        assertThat(outcomes).hasSize(CALLERS).allMatch(Done.class::isInstance).containsOnly(outcomes.getFirst());
    }

    @Test
    void concurrentCallsWithoutAKeyActEachForItself() throws Exception {
        atOnce(() -> create(ann, null, "one"));

        assertThat(titles(ann)).hasSize(CALLERS);
    }

    @Test
    void theSameKeyWithAnotherInputIsRefusedAndChangesNothing() {
        create(ann, "key", "one");

        Outcome<Entry> other = create(ann, "key", "two");

        assertThat(codes(other)).containsExactly(UserErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(titles(ann)).containsExactly("one");
    }

    @Test
    void aFieldThatWasLeftOutMakesAnotherInput() {
        Mutation first = new Mutation("createEntry", "key", new CreateEntryInput("one", null));
        Mutation second = new Mutation("createEntry", "key", new CreateEntryInput("one", ""));
        run(ann, first, transaction -> Outcome.done(insert(transaction, "one", false)));

        Outcome<Entry> other = run(ann, second, transaction -> Outcome.done(insert(transaction, "one", false)));

        assertThat(codes(other)).containsExactly(UserErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void aRepetitionReadsWithTheRightsThatTheCallerHasNow() {
        Actor trusted = actor("ann", "entries:confidential");
        Outcome<Entry> first = createConfidential(trusted, "key");
        Outcome<Entry> stillTrusted = createConfidential(trusted, "key");

        Outcome<Entry> noLonger = createConfidential(ann, "key");

        assertThat(stillTrusted).isEqualTo(first).isInstanceOf(Done.class);
        assertThat(codes(noLonger)).containsExactly(UserErrorCode.NOT_FOUND);
        assertThat(titles(trusted)).containsExactly("secret");
    }

    @Test
    void aRepetitionReadsTheObjectAsItIsNow() {
        create(ann, "key", "one");
        subgraph.tenants().write(ann, transaction -> transaction.execute("update entry set title = 'renamed since'"));

        assertThat(create(ann, "key", "one").map(Entry::title)).isEqualTo(Outcome.done("renamed since"));
    }

    @Test
    void aKeyBelongsToItsCallerWorkspaceAndMutation() {
        create(ann, "key", "one");

        create(actor("bob"), "key", "two");
        run(
                ann,
                new Mutation("copyEntry", "key", new CreateEntryInput("one", null)),
                transaction -> Outcome.done(insert(transaction, "three", false)));
        Actor elsewhere = new Actor("ann", new WorkspaceId("w" + UUID.randomUUID()), Set.of(), Set.of(), Instant.MAX);
        create(elsewhere, "key", "four");

        assertThat(titles(ann)).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(titles(elsewhere)).containsExactly("four");
    }

    @Test
    void aRefusedChangeLeavesNoTraceAndItsKeyIsFree() {
        Outcome<Entry> refused = run(ann, mutation("key", "one"), transaction -> {
            insert(transaction, "half done", false);
            return Outcome.refused(UserErrorCode.INVALID_VALUE, "title", "On second thought, no");
        });

        assertThat(codes(refused)).containsExactly(UserErrorCode.INVALID_VALUE);
        assertThat(titles(ann)).isEmpty();
        assertThat(create(ann, "key", "another")).isInstanceOf(Done.class);
    }

    @Test
    void aFailedChangeLeavesNoTraceAndItsKeyIsFree() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run(ann, mutation("key", "one"), transaction -> {
                    insert(transaction, "half done", false);
                    throw new IllegalStateException("lost");
                }));

        assertThat(titles(ann)).isEmpty();
        assertThat(create(ann, "key", "one")).isInstanceOf(Done.class);
    }

    @Test
    void aCallThatWaitedForOneThatWasRefusedActsItself() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome<Entry>> first = threads.submit(() -> run(ann, mutation("key", "one"), transaction -> {
                claimed.countDown();
                await(mayEnd);
                return Outcome.refused(UserErrorCode.NOT_ACTIVE, "title", "Not now");
            }));
            claimed.await();
            Future<Outcome<Entry>> second = threads.submit(() -> create(ann, "key", "one"));
            mayEnd.countDown();

            assertThat(codes(first.get())).containsExactly(UserErrorCode.NOT_ACTIVE);
            assertThat(second.get()).isInstanceOf(Done.class);
        }
        assertThat(titles(ann)).containsExactly("one");
    }

    @Test
    void aKeyIsFreeAfterADayAndForgottenThen() throws SQLException {
        create(ann, "old", "one");
        create(ann, "young", "two");
        letPass("24 hours", "old");
        letPass("23 hours 59 minutes", "young");

        assertThat(subgraph.bean(ForgetIdempotencyKeys.class).forgetAll()).isOne();
        create(ann, "old", "three");
        Outcome<Entry> young = create(ann, "young", "four");

        assertThat(codes(young)).containsExactly(UserErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(titles(ann)).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void aKeyThatIsOldButNotYetForgottenIsFreeToo() throws SQLException {
        create(ann, "key", "one");
        letPass("24 hours", "key");

        create(ann, "key", "two");
        Outcome<Entry> repeated = create(ann, "key", "two");

        assertThat(repeated.map(Entry::title)).isEqualTo(Outcome.done("two"));
        assertThat(titles(ann)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aUserOutsideOfAnyWorkspaceHasKeysOfTheirOwn() {
        Actor nowhere = new Actor("ann" + workspace, null, Set.of(), Set.of(), Instant.MAX);
        UUID made = UUID.randomUUID();

        Outcome<UUID> first = runElsewhere(nowhere, () -> made);
        Outcome<UUID> second = runElsewhere(nowhere, UUID::randomUUID);

        assertThat(first).isEqualTo(Outcome.done(made));
        assertThat(second).isEqualTo(Outcome.done(made));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "nul\0", "ümlaut"})
    void aMalformedKeyIsRefused(String key) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> mutation(key, "one"))
                .withMessageContaining("idempotencyKey");
    }

    private Outcome<Entry> create(Actor actor, @Nullable String key, String title) {
        return run(actor, mutation(key, title), transaction -> Outcome.done(insert(transaction, title, false)));
    }

    private Outcome<Entry> createConfidential(Actor actor, String key) {
        return run(actor, mutation(key, "secret"), transaction -> Outcome.done(insert(transaction, "secret", true)));
    }

    private Outcome<UUID> runElsewhere(Actor actor, Callable<UUID> change) {
        return mutations.run(
                actor, mutation("key", "one"), transaction -> Outcome.done(called(change)), id -> id, (tx, id) -> id);
    }

    private Outcome<Entry> run(Actor actor, Mutation mutation, Function<DSLContext, Outcome<Entry>> change) {
        return mutations.run(actor, mutation, change, Entry::id, IdempotencyTest::find);
    }

    private static Mutation mutation(@Nullable String key, String title) {
        return new Mutation("createEntry", key, new CreateEntryInput(title, null));
    }

    private static Entry insert(DSLContext transaction, String title, boolean confidential) {
        UUID id = UUID.randomUUID();
        transaction.execute(
                "insert into entry (workspace_id, id, title, confidential) values (tenancy.workspace_id(), ?, ?, ?)",
                id,
                title,
                confidential);
        return new Entry(id, title);
    }

    private static @Nullable Entry find(DSLContext transaction, UUID id) {
        return transaction
                .select(field("title", String.class))
                .from(table("entry"))
                .where(field("id", UUID.class).eq(id))
                .fetchOne(row -> new Entry(id, row.value1()));
    }

    private List<String> titles(Actor actor) {
        return subgraph.tenants()
                .read(
                        actor,
                        sql -> sql.select(field("title", String.class))
                                .from(table("entry"))
                                .fetch(row -> row.value1()));
    }

    private Actor actor(String user, String... scopes) {
        return new Actor(user, workspace, Set.of(scopes), Set.of(), Instant.MAX);
    }

    private void letPass(String time, String key) throws SQLException {
        try (var superuser = subgraph.database().superuser();
                var statement = superuser.prepareStatement("update sample.idempotency_key"
                        + " set expires_at = expires_at - ?::interval where key = ? and workspace_id = ?")) {
            statement.setString(1, time);
            statement.setString(2, key);
            statement.setString(3, workspace.value());
            statement.executeUpdate();
        }
    }

    private static List<UserErrorCode> codes(Outcome<?> outcome) {
        return outcome.<List<UserErrorCode>>fold(
                done -> List.of(),
                errors -> errors.stream().map(UserError::code).toList());
    }

    private static <T> List<T> atOnce(Callable<T> call) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : calls) {
                results.add(each.get());
            }
            return results;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T called(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
