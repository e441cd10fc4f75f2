package io.missionbrief.subgraph.event;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One stream with a buffer that holds so many events and no more: whoever lets it run over is disconnected. */
final class Subscriber {

    private final Sinks.Many<Event> sink;
    private final Set<String> types;
    private @Nullable EventCursor last;

    /** @param types what the stream brings; everything when there are none */
    Subscriber(int buffer, Set<EventType> types) {
        this.types = types.stream().map(EventType::name).collect(Collectors.toUnmodifiableSet());
        this.sink = Sinks.unsafe().many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
    }

    Flux<Event> events() {
        return sink.asFlux();
    }

    boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }

    synchronized void offer(Event event) {
        switch (sink.tryEmitNext(event)) {
            case OK -> last = event.cursor();
            // Without a subscriber: the buffer ran over before the subscription was complete.
            case FAIL_OVERFLOW, FAIL_ZERO_SUBSCRIBER, FAIL_NON_SERIALIZED -> end(EndOfStream::slow);
            case FAIL_TERMINATED, FAIL_CANCELLED -> {}
        }
    }

    /** Ends the stream behind what the buffer holds; a stream that has ended stays as it is. */
    synchronized void end(EndOfStream.Reason reason) {
        sink.tryEmitError(reason.after(last));
    }
}
