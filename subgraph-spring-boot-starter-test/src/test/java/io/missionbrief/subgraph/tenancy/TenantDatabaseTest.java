package io.missionbrief.subgraph.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.ScratchSubgraph;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TenantDatabaseTest {

    private static final Table<Record> NOTE = table("note");
    private static final Field<String> WORKSPACE = field("workspace_id", String.class);
    private static final Field<String> BODY = field("body", String.class);

    @SuppressWarnings("NullAway.Init")
    private static ScratchSubgraph subgraph;

    private final TenantDatabase database = subgraph.tenants();
    private final Actor ann = Actors.ofNewWorkspace();
    private final Actor bob = Actors.ofNewWorkspace();

    @BeforeAll
    static void start() {
        subgraph = ScratchSubgraph.start("sample", CommitCounter.class);
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    @Test
    void whatIsWrittenIsReadInTheSameWorkspaceOnly() {
        write(ann, "hers");

        assertThat(notes(ann)).containsExactly("hers");
        assertThat(notes(bob)).isEmpty();
    }

    /** More often than the driver runs a statement before it lets the server prepare it. */
    @RepeatedTest(8)
    void aParameterOfAnyTypeLeavesTheStatementItsBinding() {
        UUID id = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 2, 28);

        Record row = database.read(
                ann,
                sql -> sql.select(
                                field("tenancy.workspace_id()", String.class),
                                val(new UUID[] {id}),
                                val(new String[] {"a", null}),
                                val(day),
                                val((UUID) null),
                                val(LocalTime.NOON))
                        .fetchSingle());

        assertThat(row.intoList())
                .containsExactly(
                        ann.requireWorkspace().value(),
                        new UUID[] {id},
                        new String[] {"a", null},
                        day,
                        null,
                        LocalTime.NOON);
    }

    @Test
    void aRowForAnotherWorkspaceIsRefused() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.write(ann, tx -> insert(tx, bob, "smuggled")))
                .withMessageContaining("row-level security");
        assertThat(notes(bob)).isEmpty();
    }

    @Test
    void aWriteSeesOnlyItsOwnWorkspaceToo() {
        write(bob, "his");

        int changed =
                database.write(ann, tx -> tx.update(NOTE).set(BODY, "hers now").execute());

        assertThat(changed).isZero();
        assertThat(notes(bob)).containsExactly("his");
    }

    @Test
    void aWriteThatThrowsLeavesNothing() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.write(ann, tx -> {
                    insert(tx, ann, "lost");
                    throw new IllegalStateException("on second thought");
                }));
        assertThat(notes(ann)).isEmpty();
    }

    @Test
    void aReadCannotWrite() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.read(ann, sql -> insert(sql, ann, "sneaked in")))
                .withMessageContaining("read-only transaction");
    }

    @Test
    void eachStatementOfAReadIsBound() {
        write(ann, "hers");

        List<Integer> counts = database.read(ann, sql -> List.of(sql.fetchCount(NOTE), sql.fetchCount(NOTE)));

        assertThat(counts).containsExactly(1, 1);
    }

    @Test
    void parametersOfEveryKindReachTheirPlaces() {
        Record row = database.read(
                ann,
                sql -> sql.fetchSingle(
                        "select ?::int, ?::text, ?::text, ?::bigint, ?::text[], ?::bytea",
                        1,
                        "two",
                        null,
                        4L,
                        new String[] {"five"},
                        new byte[] {6}));

        assertThat(row.intoArray()).containsExactly(1, "two", null, 4L, new String[] {"five"}, new byte[] {6});
    }

    @Test
    void aTransactionThatEndsEarlyIsBoundNoLonger() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.write(ann, tx -> {
                    tx.connection(connection -> connection.commit());
                    return tx.fetchCount(NOTE);
                }))
                .withMessageContaining("no workspace is bound");
    }

    @Test
    void anActorWithoutAWorkspaceReachesNoTableOfATenant() {
        Actor nowhere = Actors.withoutWorkspace();

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> notes(nowhere))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.readAsUser(nowhere, sql -> sql.fetchCount(NOTE)))
                .withMessageContaining("to no workspace");
        String user = database.readAsUser(
                nowhere, sql -> sql.fetchSingle("select tenancy.user_id()").get(0, String.class));
        assertThat(user).isEqualTo("ann");
    }

    @Test
    void aPartInAnotherWorkspaceEndsEvenWhenItFails() {
        int counted = database.write(ann, tx -> {
            insert(tx, ann, "hers");
            database.within(tx, bob, there -> insert(there, bob, "his"));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> database.within(tx, bob, there -> {
                        throw new IllegalStateException("a part that fails");
                    }));
            return tx.fetchCount(NOTE);
        });

        assertThat(counted).isEqualTo(1);
        assertThat(notes(ann)).containsExactly("hers");
        assertThat(notes(bob)).containsExactly("his");
    }

    @Test
    void theListenersHearOfACommitAndOfNothingElse() {
        AtomicInteger heard = subgraph.bean(CommitCounter.class).commits;
        heard.set(0);

        write(ann, "counted");
        notes(ann);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.write(ann, tx -> {
                    throw new IllegalStateException("rolled back");
                }));

        assertThat(heard).hasValue(1);
    }

    @Test
    void aStatementThatTakesTooLongIsWorthAnotherTry() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> database.write(ann, tx -> {
                    tx.execute("set local statement_timeout = '20ms'");
                    return tx.fetch("select pg_sleep(5)");
                }))
                .satisfies(late -> assertThat(late.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }

    @Test
    void aMigrationChangesRowsThoughTheyAreForcedBehindPolicies() {
        assertThat(notes(Actors.in(new WorkspaceId("migrated"))))
                .containsExactlyInAnyOrder("one (second migration)", "two (second migration)");
    }

    private void write(Actor actor, String body) {
        database.write(actor, tx -> insert(tx, actor, body));
    }

    private static int insert(DSLContext sql, Actor owner, String body) {
        return sql.insertInto(NOTE, WORKSPACE, BODY)
                .values(owner.requireWorkspace().value(), body)
                .execute();
    }

    private List<String> notes(Actor actor) {
        return database.read(
                actor, sql -> sql.select(BODY).from(NOTE).limit(inline(100)).fetch(BODY));
    }

    static final class CommitCounter implements AfterCommit {
        final AtomicInteger commits = new AtomicInteger();

        @Override
        public void committed() {
            commits.incrementAndGet();
            throw new IllegalStateException("a listener that fails harms nobody");
        }
    }
}
