package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of a row without its event does not commit. */
class RequireEventTest {

    private static final TestDatabase DATABASE = TestDatabase.create(SampleInstance.SUBGRAPH);
    private static final LogTable LOG = new LogTable(DATABASE);
    private static final SampleInstance INSTANCE = SampleInstance.start(DATABASE);

    private final Actor actor = SampleInstance.somebody();
    private final UUID memo = INSTANCE.create(actor, "as it was");

    @AfterAll
    static void stop() {
        INSTANCE.close();
        DATABASE.close();
    }

    @Test
    void anInsertWithoutAnEventIsRefused() {
        refused(transaction -> transaction.execute(
                "insert into memo (workspace_id, body) values (?, 'silent')",
                actor.requireWorkspace().value()));
    }

    @Test
    void anUpdateWithoutAnEventIsRefused() {
        refused(transaction -> INSTANCE.changeSilently(transaction, memo, "silent"));
    }

    @Test
    void aDeletionWithoutAnEventIsRefused() {
        refused(transaction -> transaction.execute("delete from memo where id = ?", memo));
    }

    @Test
    void theEventOfAnotherVersionDoesNotCount() {
        refused(transaction -> {
            int version = INSTANCE.changeSilently(transaction, memo, "silent");
            INSTANCE.append(transaction, actor, memo, version + 1, "another version");
        });
    }

    @Test
    void theEventOfAnotherTransactionDoesNotCount() {
        write(transaction -> INSTANCE.append(transaction, actor, memo, 2, "too early"));

        refused(transaction -> INSTANCE.changeSilently(transaction, memo, "silent"));
    }

    @Test
    void ofTwoChangesInOneTransactionEachNeedsItsEvent() {
        refused(transaction -> {
            INSTANCE.change(transaction, actor, memo, "told");
            INSTANCE.changeSilently(transaction, memo, "silent");
        });
    }

    @Test
    void aChangeWithItsEventCommits() {
        assertThatCode(() -> write(transaction -> INSTANCE.change(transaction, actor, memo, "told")))
                .doesNotThrowAnyException();
    }

    @Test
    void aDeletionCountsAsTheNextVersion() {
        assertThatCode(() -> write(transaction -> {
                    transaction.execute("delete from memo where id = ?", memo);
                    INSTANCE.append(transaction, actor, memo, 2, "gone");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void withoutTheTriggerTheSilentChangeCommits() {
        LOG.execute("alter table memo disable trigger memo_has_event");
        try {
            write(transaction -> INSTANCE.changeSilently(transaction, memo, "silent"));
        } finally {
            LOG.execute("alter table memo enable trigger memo_has_event");
        }

        assertThat(body()).isEqualTo("silent");
    }

    @Test
    void aMigrationNeedsNoEvent() throws Exception {
        try (var owner = DATABASE.connect("sample_owner");
                var statement = owner.createStatement()) {
            statement.execute("update memo set body = 'migrated', version = version + 1");
        }

        assertThat(body()).isEqualTo("migrated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_log set object_version = 7",
                "update event_log set actor = 'nobody'",
                "delete from event_log",
                "insert into event_position values ('w1', 1, 1, 1, 'NORMAL')",
                "update event_position set position = position + 1",
                "delete from event_position",
                "insert into event_pending values (1, 'w1', 'NORMAL')",
                "delete from event_pending",
            })
    void aSubgraphCannotNumberItsEventsNorChangeThem(String sql) {
        assertThatThrownBy(() -> write(transaction -> transaction.execute(sql)))
                .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_log set actor = 'nobody'",
                "delete from event_log",
                "update event_position set position = position + 1",
                "delete from event_position",
            })
    void theSequencerCannotChangeWhatIsWritten(String sql) {
        assertThatThrownBy(() -> INSTANCE.workers().write(transaction -> transaction.execute(sql)))
                .hasStackTraceContaining("permission denied");
    }

    private void refused(Consumer<DSLContext> change) {
        assertThatThrownBy(() -> write(change)).hasStackTraceContaining("without an event");
        assertThat(body()).isEqualTo("as it was");
    }

    private void write(Consumer<DSLContext> change) {
        INSTANCE.tenants().write(actor, transaction -> {
            change.accept(transaction);
            return transaction;
        });
    }

    private String body() {
        return LOG.read(superuser -> superuser
                .fetchSingle("select body from memo where id = ?", memo)
                .get(0, String.class));
    }
}
