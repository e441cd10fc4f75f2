package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of an object's life. */
class ChangeRecorderTest {

    private static final EventType NEW = new EventType("Memo.New");
    private static final EventType UPDATE = new EventType("Memo.Update");
    private static final EventType REMOVED = new EventType("Memo.Removed");
    private static final TestDatabase DATABASE = TestDatabase.create(SampleInstance.SUBGRAPH);
    private static final LogTable LOG = new LogTable(DATABASE);
    private static final SampleInstance INSTANCE = SampleInstance.start(DATABASE);

    private final Actor actor = SampleInstance.somebody();
    private final UUID id = UUID.randomUUID();

    @AfterAll
    static void stop() {
        INSTANCE.close();
        DATABASE.close();
    }

    @Test
    void aNewObjectHasChangedInEachFieldWithAValue() {
        Memo memo = new Memo(id, 1, "body", null);
        Received received = Received.by(INSTANCE.feed(), actor);

        Memo recorded = write((transaction, changes) -> changes.created(transaction, actor, NEW, memo));

        assertThat(recorded).isSameAs(memo);
        assertThat(told("object_type")).isEqualTo("Memo");
        assertThat(told("object_id")).isEqualTo(id.toString());
        assertThat(json("state")).isEqualTo("{\"body\":\"body\",\"author\":null}");
        received.awaitBodies(List.of("body"));
        assertThat(received.events().getFirst().changes())
                .hasToString("{\"body\":{\"before\":null,\"after\":\"body\"}}");
    }

    @Test
    void aStepIsToldByTheFieldsThatDiffer() {
        Memo before = new Memo(id, 1, "body", "Ada");
        Memo after = new Memo(id, 2, "soul", "Ada");

        write((transaction, changes) -> changes.changed(transaction, actor, UPDATE, before, after));

        assertThat(told("object_version")).isEqualTo("2");
        assertThat(json("state")).isEqualTo("{\"body\":\"soul\",\"author\":" + sealed() + "}");
        assertThat(json("changes")).isEqualTo("{\"body\":{\"after\":\"soul\",\"before\":\"body\"}}");
    }

    @Test
    void anEndCountsAsTheNextVersionAndKeepsTheLastState() {
        Memo last = new Memo(id, 2, "body", null);

        write((transaction, changes) -> changes.deleted(transaction, actor, REMOVED, last));

        assertThat(told("object_version")).isEqualTo("3");
        assertThat(json("state")).isEqualTo("{\"body\":\"body\",\"author\":null}");
        assertThat(json("changes")).isEqualTo("{}");
    }

    @Test
    void whatDescribesAPersonIsSealed() {
        write((transaction, changes) -> changes.created(transaction, actor, NEW, new Memo(id, 1, "body", "Ada")));

        assertThat(told("personal_subject")).isEqualTo(id.toString());
        assertThat(told("personal_fields")).isEqualTo("{author}");
        assertThat(told("state")).contains(Sealing.SEALED).doesNotContain("Ada");
    }

    @Test
    void whatOneCallBringsInIsRecordedInFewStatementsAndInTheLaneOfBulk() {
        List<Memo> memos = IntStream.range(0, 1_200)
                .mapToObj(i -> new Memo(UUID.randomUUID(), 1, "memo " + i, "author " + i))
                .toList();
        var statements = new AtomicInteger();
        Received received = Received.by(INSTANCE.feed(), actor);

        write((transaction, changes) -> {
            var counted = DSL.using(transaction
                    .configuration()
                    .deriveAppending(ExecuteListener.onExecuteStart(statement -> statements.incrementAndGet())));
            changes.createdInBulk(counted, actor, changes.newInBulk(actor, NEW, memos));
            return memos;
        });

        assertThat(statements.get()).isLessThan(12);
        Received.soon().until(() -> LOG.unnumbered() == 0);
        assertThat(LOG.bodies(actor)).isEqualTo(memos.stream().map(Memo::body).toList());
        String sealedInBulk = "lane = 'BULK' and jsonb_exists(state -> 'author', '" + Sealing.SEALED + "')";
        assertThat(LOG.count(actor, sealedInBulk)).isEqualTo(memos.size());
        // As many as a stream's buffer holds: who is slower than the tail is disconnected then.
        Received.soon().until(() -> received.events().size() >= 200);
        assertThat(received.events().stream().limit(200).map(this::author))
                .isEqualTo(memos.stream().limit(200).map(Memo::author).toList());
    }

    @Test
    void aNewObjectInBulkHasNoOneElsesPersonalFields() {
        Snapshot ofAnother = Snapshot.of(id, 1).with("author", "Ada").sealed(UUID.randomUUID(), "author");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> write((_, changes) -> changes.newInBulk(actor, NEW, List.of(ofAnother))))
                .withMessageContaining(id.toString());
    }

    @Test
    void aMisspeltPersonalFieldIsRefused() {
        Snapshot misspelt = Snapshot.of(id, 1).with("author", "Ada").sealed(id, "auhtor");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> write((transaction, changes) -> changes.created(transaction, actor, NEW, misspelt)))
                .withMessageContaining("auhtor");
    }

    private String author(Event event) {
        return INSTANCE.tenants()
                .read(actor, database -> INSTANCE.bean(PersonalFields.class).open(database, event))
                .state()
                .path("author")
                .asString();
    }

    private <T> T write(BiFunction<DSLContext, ChangeRecorder, T> work) {
        return INSTANCE.tenants()
                .write(actor, transaction -> work.apply(transaction, INSTANCE.bean(ChangeRecorder.class)));
    }

    private String told(String column) {
        return LOG.read(superuser -> superuser
                .fetchSingle("select " + column + "::text from event_log where object_id = ?", id)
                .get(0, String.class));
    }

    private String json(String column) {
        return JsonMapper.shared().readTree(told(column)).toString();
    }

    private String sealed() {
        JsonNode state = JsonMapper.shared().readTree(told("state"));
        return state.path("author").toString();
    }

    private record Memo(
            UUID id, int version, String body, @Nullable String author) implements Recorded {

        @Override
        public Snapshot snapshot() {
            return Snapshot.of(id, version)
                    .with("body", body)
                    .with("author", author)
                    .sealed(id, "author");
        }
    }
}
