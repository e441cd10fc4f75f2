package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** What one stream of events has brought. */
final class Received extends BaseSubscriber<Event> {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final boolean reads;
    private volatile @Nullable Throwable error;

    private Received(boolean reads) {
        this.reads = reads;
    }

    /** A subscriber that takes events as they come. */
    static Received by(EventFeed feed, Actor actor) {
        return subscribed(new Received(true), feed, actor);
    }

    /** A subscriber that takes none until it is told to {@link #request}. */
    static Received slowlyBy(EventFeed feed, Actor actor, EventType... types) {
        return subscribed(new Received(false), feed, actor, types);
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
    }

    List<Event> events() {
        return events;
    }

    List<String> bodies() {
        return events.stream()
                .map(event -> event.state().path("body").asString())
                .toList();
    }

    void awaitBodies(List<String> expected) {
        soon().untilAsserted(() -> assertThat(bodies()).isEqualTo(expected));
    }

    RequestException awaitError() {
        soon().until(() -> error != null);
        if (error instanceof RequestException end) {
            return end;
        }
        throw new AssertionError("The stream ended otherwise", error);
    }

    private static Received subscribed(Received received, EventFeed feed, Actor actor, EventType... types) {
        feed.of(actor, types).subscribe(received);
        return received;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        if (reads) {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    protected void hookOnNext(Event event) {
        events.add(event);
    }

    @Override
    protected void hookOnError(Throwable thrown) {
        error = thrown;
    }
}
