package io.missionbrief.subgraph.event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The streams of one workspace. */
final class Hub {

    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final int buffer;
    private final Supplier<EndOfStream.@Nullable Reason> closed;

    /** @param closed why no stream may be open; null when streams may */
    Hub(int buffer, Supplier<EndOfStream.@Nullable Reason> closed) {
        this.buffer = buffer;
        this.closed = closed;
    }

    /**
     * A stream of the events from the subscription on; each subscription has a buffer of its own.
     *
     * @param types what it brings; everything when there are none
     */
    Flux<Event> events(Set<EventType> types) {
        return Flux.defer(() -> {
            var subscriber = new Subscriber(buffer, types);
            subscribers.add(subscriber);
            // After the adding: whoever closes in between ends the streams that were added before.
            EndOfStream.Reason reason = closed.get();
            if (reason != null) {
                subscriber.end(reason);
            }
            return subscriber.events().doFinally(signal -> subscribers.remove(subscriber));
        });
    }

    boolean wants(String type) {
        return subscribers.stream().anyMatch(subscriber -> subscriber.wants(type));
    }

    void publish(Event event) {
        subscribers.stream()
                .filter(subscriber -> subscriber.wants(event.type().name()))
                .forEach(subscriber -> subscriber.offer(event));
    }

    void end(EndOfStream.Reason reason) {
        subscribers.forEach(subscriber -> subscriber.end(reason));
    }
}
