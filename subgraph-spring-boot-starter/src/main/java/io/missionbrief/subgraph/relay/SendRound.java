package io.missionbrief.subgraph.relay;

import io.missionbrief.subgraph.event.LoggedEvent;
import io.missionbrief.subgraph.published.PublishedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events in batches, several at the same time. */
final class SendRound {

    private static final int IN_FLIGHT = 8;

    /** Less than what is left of the lease: what was not answered by then is sent again. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private static final Logger log = LoggerFactory.getLogger(SendRound.class);

    private final SnsTopic topic;
    private final PublishedEvents published;
    private final RelayProgress progress;

    SendRound(SnsTopic topic, PublishedEvents published, RelayProgress progress) {
        this.topic = topic;
        this.published = published;
        this.progress = progress;
    }

    /** The positions of the events that the topic has acknowledged; the others are to be sent again. */
    Set<Long> send(List<LoggedEvent> events) {
        List<RelayMessage> messages = events.stream().map(this::message).toList();
        List<Callable<Set<Long>>> batches = Batches.of(messages).stream()
                .<Callable<Set<Long>>>map(batch -> () -> send(batch, topic))
                .toList();
        Set<Long> acknowledged = new HashSet<>();
        try (ExecutorService calls =
                Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory())) {
            calls.invokeAll(batches, LONGEST.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .filter(call -> call.state() == Future.State.SUCCESS)
                    .map(Future::resultNow)
                    .forEach(acknowledged::addAll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        progress.sent(acknowledged.size());
        progress.refused(events.size() - acknowledged.size());
        return acknowledged;
    }

    private static Set<Long> send(List<RelayMessage> batch, SnsTopic topic) {
        try {
            return topic.publish(batch);
        } catch (RuntimeException e) {
            log.warn("{} events were not sent and are tried again: {}", batch.size(), e.toString());
            return Set.of();
        }
    }

    private RelayMessage message(LoggedEvent event) {
        RelayMessage whole = message(event, published.write(event));
        return whole.size() <= Batches.LARGEST ? whole : message(event, published.writeReference(event));
    }

    private static RelayMessage message(LoggedEvent event, byte[] body) {
        return new RelayMessage(
                event.at().position(),
                event.workspace().value(),
                event.type(),
                new String(body, StandardCharsets.UTF_8));
    }
}
