package io.missionbrief.subgraph.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.event.EventPages;
import io.missionbrief.subgraph.event.LoggedEvent;
import io.missionbrief.subgraph.event.SampleInstance;
import io.missionbrief.subgraph.published.PublishedEvents;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every committed event reaches the topic, whatever the topic does. */
class RelayTest {

    private static final int LARGER_THAN_A_MESSAGE = 300_000;

    private final TestDatabase database = TestDatabase.create(SampleInstance.SUBGRAPH);
    private final ScriptedSns sns = ScriptedSns.start();
    private final List<SampleInstance> instances = new ArrayList<>();
    private final Actor actor = SampleInstance.somebody();

    @AfterEach
    void stop() {
        instances.forEach(SampleInstance::close);
        sns.close();
        database.close();
    }

    @Test
    void anEventIsSentInItsPublishedFormWithItsAttributes() {
        SampleInstance instance = start();

        instance.create(actor, "hello");

        awaitSent(1);
        ScriptedSns.Message message = sns.taken().getFirst();
        LoggedEvent event = instance.bean(EventPages.class).after(null).events().getFirst();
        assertThat(message.body().getBytes(UTF_8))
                .isEqualTo(instance.bean(PublishedEvents.class).write(event));
        assertThat(message.type()).isEqualTo("Memo.New");
        assertThat(message.workspace()).isEqualTo(actor.requireWorkspace().value());
        assertThat(message.group()).isEqualTo(actor.requireWorkspace().value());
    }

    @Test
    void whatIsCommittedWhileTheTopicIsDownIsSentLater() {
        sns.down(true);
        SampleInstance instance = start();
        create(instance, 25);

        sns.down(false);

        awaitSent(25);
        assertThat(positions()).containsExactlyInAnyOrderElementsOf(upTo(25));
    }

    @Test
    void aRefusedEventIsSentAgainAndHoldsUpNoOther() {
        SampleInstance instance = start();
        sns.refuse(message -> positionOf(message) == 3);
        create(instance, 25);
        awaitSent(24);
        create(instance, 25);
        awaitSent(49);
        assertThat(positions()).doesNotHaveDuplicates();

        sns.refuse(message -> false);

        awaitSent(50);
        assertThat(positions()).containsExactlyInAnyOrderElementsOf(upTo(50));
    }

    @Test
    void whatWasAcknowledgedIsNotSentAgainByTheNextInstance() {
        create(start(), 25);
        awaitSent(25);
        instances.removeLast().close();

        create(start(), 1);

        awaitSent(26);
        assertThat(positions()).containsExactlyInAnyOrderElementsOf(upTo(26));
    }

    @Test
    void oneInstanceSendsAtATime() {
        SampleInstance one = start();
        SampleInstance other = start();
        create(one, 30);
        create(other, 30);

        awaitSent(60);
        assertThat(positions()).containsExactlyInAnyOrderElementsOf(upTo(60));
    }

    @Test
    void eventsShareCalls() {
        sns.down(true);
        SampleInstance instance = start();
        create(instance, 100);
        sns.batches().clear();

        sns.down(false);

        awaitSent(100);
        assertThat(sns.batches()).contains(10).allMatch(size -> size <= 10);
    }

    @Test
    void anEventThatIsTooLargeIsSentAsAReference() {
        SampleInstance instance = start();

        instance.create(actor, "x".repeat(LARGER_THAN_A_MESSAGE));

        awaitSent(1);
        JsonNode event = JsonMapper.shared().readTree(sns.taken().getFirst().body());
        assertThat(event.path("dataref").asString()).startsWith("/events/").endsWith(".1");
        assertThat(event.has("data")).isFalse();
    }

    @Test
    void manyEventsOfOneWorkspaceDoNotHoldUpAnother() {
        sns.down(true);
        SampleInstance instance = start();
        create(instance, 600);
        Actor other = SampleInstance.somebody();
        instance.create(other, "late, and alone");
        // What is taken from here on was not looked for before the last event was there.
        EventPages pages = instance.bean(EventPages.class);
        Awaitility.await().until(() -> lastOf(pages) == 601);

        sns.down(false);

        awaitSent(601);
        int place = sns.taken().stream()
                .map(ScriptedSns.Message::workspace)
                .toList()
                .indexOf(other.requireWorkspace().value());
        assertThat(place).isLessThan(510);
    }

    @Test
    void whatIsKnownToBeSentCountsInOneHistoryOfTheLog() {
        SampleInstance instance = start();
        sns.refuse(message -> positionOf(message) == 1);
        create(instance, 5);
        awaitSent(4);

        // As a standby that was promoted without the last events gives their positions to others.
        instance.workers().write(transaction -> transaction.execute("update event_counter set generation = 1"));

        awaitSent(8);
        sns.refuse(message -> false);
        awaitSent(9);
    }

    private static long lastOf(EventPages pages) {
        EventPages.Page page = pages.after(null);
        while (page.isFull()) {
            page = pages.after(page.next());
        }
        return page.next().position();
    }

    private SampleInstance start() {
        SampleInstance instance = Relaying.start(database, sns.endpoint());
        instances.add(instance);
        return instance;
    }

    private void create(SampleInstance instance, int events) {
        IntStream.range(0, events).forEach(i -> instance.create(actor, "memo " + i));
    }

    private void awaitSent(int events) {
        soon().untilAsserted(() -> assertThat(sns.taken()).hasSize(events));
    }

    private List<Long> positions() {
        return sns.taken().stream().map(RelayTest::positionOf).toList();
    }

    private static List<Long> upTo(long last) {
        return Stream.iterate(1L, position -> position <= last, position -> position + 1)
                .toList();
    }

    private static long positionOf(ScriptedSns.Message message) {
        return JsonMapper.shared().readTree(message.body()).path("position").asLong();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10));
    }
}
