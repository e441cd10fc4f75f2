package io.missionbrief.subgraph.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.ScratchSubgraph;
import io.missionbrief.subgraph.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorDatabaseTest {

    private static final WorkspaceId PLATFORM = new WorkspaceId(TestDatabase.PLATFORM);

    @SuppressWarnings("NullAway.Init")
    private static ScratchSubgraph subgraph;

    private final String user = UUID.randomUUID().toString();
    private final Actor operator = actor(PLATFORM, "admin:access");

    @BeforeAll
    static void start() {
        subgraph = ScratchSubgraph.start("sample");
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    @Test
    void seesTheRowsOfAllWorkspaces() {
        Actor ann = Actors.ofNewWorkspace();
        Actor bob = Actors.ofNewWorkspace();
        write(ann, "hers");
        write(bob, "his");

        List<String> bodies = subgraph.operators()
                .read(
                        operator,
                        OperatorRead.list("everyNote"),
                        sql -> sql.select(field("body", String.class))
                                .from(table("note"))
                                .fetchInto(String.class));

        assertThat(bodies).contains("hers", "his");
    }

    @Test
    void aReadIsRecordedAndCommittedBeforeAnythingIsRead() {
        List<String> recorded = subgraph.operators()
                .read(operator, OperatorRead.one("oneNote", "n1"), sql -> new ArrayList<>(recordedReads()));

        assertThat(recorded).containsExactly("oneNote {n1}");
    }

    @Test
    void aReadOfSeveralQueriesIsRecordedOnce() {
        OperatorDatabase.Recorded read = subgraph.operators().record(operator, OperatorRead.list("everyNote"));

        read.query(sql -> sql.fetchCount(table("note")));
        read.query(sql -> sql.fetchCount(table("note")));

        assertThat(recordedReads()).containsExactly("everyNote {}");
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() throws SQLException {
        AtomicBoolean asked = new AtomicBoolean();
        try (ScratchSubgraph broken = ScratchSubgraph.start("sample")) {
            try (Connection superuser = broken.database().superuser()) {
                DSL.using(superuser).execute("revoke insert (user_id) on sample.operator_read from sample_operator");
            }

            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> broken.operators()
                            .read(operator, OperatorRead.list("everyNote"), sql -> asked.getAndSet(true)));
        }
        assertThat(asked).isFalse();
    }

    @Test
    void nobodyElseReads() {
        Actor withoutTheScope = actor(PLATFORM, "notes:read");
        Actor elsewhere = actor(new WorkspaceId("1001"), "admin:access");
        Actor nowhere = actor(null, "admin:access");

        for (Actor stranger : List.of(withoutTheScope, elsewhere, nowhere)) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> subgraph.operators()
                            .read(stranger, OperatorRead.list("everyNote"), sql -> sql.fetchCount(table("note"))))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
        }
        assertThat(recordedReads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update operator_read set user_id = 'somebody else'",
                "delete from operator_read",
                "truncate operator_read",
                "insert into operator_read (user_id, operation, read_at) values ('ann', 'past', '2020-01-01')",
                "update note set body = 'changed'"
            })
    void neitherTheRecordNorATableIsChanged(String sql) throws SQLException {
        try (Connection connection = subgraph.database().connect("sample_operator")) {
            connection.setAutoCommit(false);
            DSL.using(connection).execute("set transaction read write");

            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> DSL.using(connection).execute(sql))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void aReadCannotWrite() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> subgraph.operators()
                        .read(
                                operator,
                                OperatorRead.list("everyNote"),
                                sql -> sql.execute(
                                        "insert into operator_read (user_id, operation) values ('ann', 'sneaked')")))
                .withMessageContaining("read-only transaction");
    }

    private Actor actor(@Nullable WorkspaceId workspace, String scope) {
        return new Actor(user, workspace, Set.of(scope), Set.of(), Instant.MAX);
    }

    private void write(Actor actor, String body) {
        subgraph.tenants()
                .write(
                        actor,
                        tx -> tx.execute(
                                "insert into note (workspace_id, body) values (?, ?)",
                                actor.requireWorkspace().value(),
                                body));
    }

    /** What this test's actor has read, in order. */
    private List<String> recordedReads() {
        try (Connection superuser = subgraph.database().superuser()) {
            return DSL.using(superuser)
                    .fetch(
                            "select operation || ' ' || objects::text from sample.operator_read where user_id = ? order by id",
                            user)
                    .into(String.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
