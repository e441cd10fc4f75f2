package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Personal fields can be read with the key of their subject, and by nobody without it. */
class PersonalFieldsTest {

    private static final TestDatabase DATABASE = TestDatabase.create(SampleInstance.SUBGRAPH);
    private static final LogTable LOG = new LogTable(DATABASE);
    private static final SampleInstance INSTANCE = SampleInstance.start(DATABASE);

    private final Actor actor = SampleInstance.somebody();
    private final UUID subject = UUID.randomUUID();

    @AfterAll
    static void stop() {
        INSTANCE.close();
        DATABASE.close();
    }

    @Test
    void areUnreadableInTheTable() {
        append(subject, "ada@example.org");

        String row = LOG.read(superuser -> superuser
                .fetchSingle("select event_log::text from event_log where personal_subject = ?", subject)
                .get(0, String.class));
        assertThat(row).contains("Ada's company").doesNotContain("ada@").doesNotContain("example.org");
    }

    @Test
    void areReadableWithTheKey() {
        Event event = append(subject, "ada@example.org");

        assertThat(event.state().path("email").path(Sealing.SEALED).isString()).isTrue();
        Event opened = open(event);
        assertThat(opened.state().path("email").asString()).isEqualTo("ada@example.org");
        assertThat(opened.state().path("company").asString()).isEqualTo("Ada's company");
        assertThat(opened.changes().path("email").path("before").isNull()).isTrue();
        assertThat(opened.changes().path("email").path("after").asString()).isEqualTo("ada@example.org");
    }

    @Test
    void areGoneAfterTheKeyIsDeleted() {
        UUID another = UUID.randomUUID();
        Event erased = append(subject, "ada@example.org");
        Event kept = append(another, "grace@example.org");

        INSTANCE.tenants()
                .write(
                        actor,
                        transaction -> transaction.execute("delete from personal_key where subject = ?", subject));

        assertThat(open(erased).state().path("email").isNull()).isTrue();
        assertThat(open(erased).changes().path("email").path("after").isNull()).isTrue();
        assertThat(open(erased).state().path("company").asString()).isEqualTo("Ada's company");
        assertThat(open(kept).state().path("email").asString()).isEqualTo("grace@example.org");
    }

    @Test
    void ofOneSubjectShareAKey() {
        Event first = append(subject, "ada@example.org");
        Event second = append(subject, "ada@example.com");

        assertThat(open(first).state().path("email").asString()).isEqualTo("ada@example.org");
        assertThat(open(second).state().path("email").asString()).isEqualTo("ada@example.com");
        assertThat(LOG.<Integer>read(superuser -> superuser
                        .fetchSingle("select count(*) from personal_key where subject = ?", subject)
                        .get(0, Integer.class)))
                .isEqualTo(1);
    }

    @Test
    void cannotBeTakenForAnotherFieldOrSubject() {
        byte[] bytes = new byte[SubjectKey.LENGTH];
        var key = new SubjectKey(actor.requireWorkspace(), subject, bytes);
        var sameBytes = new SubjectKey(actor.requireWorkspace(), UUID.randomUUID(), bytes);

        String sealed = key.seal("email", "ada@example.org".getBytes(StandardCharsets.UTF_8));

        assertThat(key.open("email", sealed)).asString(StandardCharsets.UTF_8).isEqualTo("ada@example.org");
        assertThatThrownBy(() -> key.open("name", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sameBytes.open("email", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotBeMisspelt() {
        assertThatThrownBy(() -> personal(subject, Set.of("emial"), "ada@example.org"))
                .hasMessageContaining("emial");
    }

    @Test
    void areNotWrittenWithoutTheKeyOfTheirSubject() {
        var sealing = new Sealing(new EventJson());
        NewEvent event = personal(subject, Set.of("email"), "ada@example.org");
        var ofAnother = new SubjectKey(actor.requireWorkspace(), UUID.randomUUID(), new byte[SubjectKey.LENGTH]);

        assertThatThrownBy(() -> sealing.seal(null, event)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealing.seal(ofAnother, event)).isInstanceOf(IllegalArgumentException.class);
    }

    private Event append(UUID whom, String email) {
        Received received = Received.by(INSTANCE.feed(), actor);
        NewEvent event = personal(whom, Set.of("email"), email);
        INSTANCE.tenants().write(actor, transaction -> {
            INSTANCE.bean(EventLog.class).append(transaction, actor, event);
            return event;
        });
        Received.soon().until(() -> !received.events().isEmpty());
        received.cancel();
        return received.events().getLast();
    }

    private static NewEvent personal(UUID whom, Set<String> fields, String email) {
        return new NewEvent(
                new EventType("Memo.New"),
                UUID.randomUUID(),
                1,
                Map.of("email", email, "company", "Ada's company"),
                Map.of("email", new Change(null, email)),
                new Personal(whom, fields));
    }

    private Event open(Event event) {
        return INSTANCE.tenants()
                .read(actor, database -> INSTANCE.bean(PersonalFields.class).open(database, event));
    }
}
