package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What happens in a workspace, live. A stream costs no SQL: one reader of the log feeds all of them. */
public final class EventFeed {

    /** Where subscribers do their work: not on the thread of the one reader that all of them share. */
    private static final Scheduler SUBSCRIBERS = Schedulers.fromExecutor(
            task -> Thread.ofVirtual().name("event-subscriber").start(task));

    private final Hubs hubs;
    private final OpenStreams streams;
    private final InstantSource clock;

    EventFeed(Hubs hubs, OpenStreams streams, InstantSource clock) {
        this.hubs = hubs;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * The events of the actor's workspace from the subscription on, in the order of their positions.
     *
     * <p>The stream ends with {@code UNAUTHENTICATED} when the actor's token expires. It ends with
     * {@code SERVICE_UNAVAILABLE} when the subscriber is too slow for its bounded buffer, the server shuts down, the log
     * has a gap, or the database was not reached yet; {@code extensions.reason} says which, and {@code extensions.cursor}
     * names the last event that the stream had. With {@code RATE_LIMITED} it ends before it begins: this instance has as
     * many streams of the user, the workspace or in all as it may have.
     *
     * @param types which events; all of them when none is named. A stream of a few types costs nothing while an import writes
     *     many of another
     * @throws RequestException {@code FORBIDDEN} when the actor is bound to no workspace
     */
    public Flux<Event> of(Actor actor, EventType... types) {
        Flux<Event> events =
                hubs.of(actor).events(Set.of(types)).publishOn(SUBSCRIBERS, 1).takeUntilOther(expiry(actor));
        return streams.counted(actor, events);
    }

    private Mono<Void> expiry(Actor actor) {
        return Mono.defer(() -> Mono.delay(Duration.between(clock.instant(), actor.expiresAt())))
                .then(Mono.error(EndOfStream::expired));
    }
}
