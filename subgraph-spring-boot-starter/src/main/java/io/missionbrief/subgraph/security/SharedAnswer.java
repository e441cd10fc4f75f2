package io.missionbrief.subgraph.security;

import io.micrometer.context.ContextSnapshotFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What another party has answered, shared by all who need it: asked once however many wait, renewed in the background
 * before it is old, and used for as long as it may be while the other party does not answer. A failure is told to all
 * who wait, and for a moment to those who come after them, so that nobody stands in line for a party that is down.
 */
final class SharedAnswer<V> {

    private static final ContextSnapshotFactory CONTEXT =
            ContextSnapshotFactory.builder().build();
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_IN_BACKGROUND = Duration.ofSeconds(10);

    private final Source<V> source;
    private final Function<V, Terms> terms;
    private final Clock clock;
    private volatile @Nullable Kept<V> kept;
    private volatile @Nullable Instant failedAt;
    private CompletableFuture<V> flight = CompletableFuture.failedFuture(new IllegalStateException("Nobody asked yet"));

    /** @param terms how long an answer that has just come is used */
    SharedAnswer(Source<V> source, Function<V, Terms> terms, Clock clock) {
        this.source = source;
        this.terms = terms;
        this.clock = clock;
    }

    /** Asks the other party, in a thread of its own that knows for which request. */
    interface Source<V> {

        /**
         * The other party's answer.
         *
         * @param previous the last one; null before there was one
         */
        V ask(@Nullable V previous);
    }

    /**
     * How long an answer is used, from when it came.
     *
     * @param renew after which it is renewed in the background
     * @param old after which who needs it waits for a new one, unless the other party has just failed to give one
     * @param end after which it is not used any more
     */
    record Terms(Duration renew, Duration old, Duration end) {

        /** An answer that is not used any more when it is old. */
        static Terms of(Duration renew, Duration old) {
            return new Terms(renew, old, old);
        }
    }

    /** The answer; throws what the other party's failure throws when there is none that may be used. */
    V get() {
        Kept<V> present = kept;
        Duration age = age(present);
        if (present == null || age.compareTo(present.terms().end()) > 0) {
            return landed(ask(present, PAUSE));
        }
        if (age.compareTo(present.terms().renew()) < 0) {
            return present.value();
        }
        CompletableFuture<V> renewal = ask(present, PAUSE_IN_BACKGROUND);
        boolean isOld = age.compareTo(present.terms().old()) >= 0;
        return isOld && failedAt == null
                ? renewal.exceptionally(failure -> present.value()).join()
                : present.value();
    }

    /** The answer if it is younger than that, else a new one. */
    V youngerThan(Duration age) {
        Kept<V> present = kept;
        return present != null && age(present).compareTo(age) < 0 ? present.value() : landed(ask(present, PAUSE));
    }

    /** The flight on its way; else the last one, if it has failed less than a pause ago; else a new one. */
    private synchronized CompletableFuture<V> ask(@Nullable Kept<V> seen, Duration pause) {
        Kept<V> present = kept;
        if (present != null && !present.equals(seen)) {
            return CompletableFuture.completedFuture(present.value());
        }
        if (flight.isDone() && !hasFailedWithin(pause)) {
            CompletableFuture<V> next = new CompletableFuture<>();
            flight = next;
            Thread.ofVirtual().name("shared-answer").start(CONTEXT.captureAll().wrap(() -> fly(next)));
        }
        return flight;
    }

    private void fly(CompletableFuture<V> landing) {
        try {
            Kept<V> previous = kept;
            V answer = source.ask(previous == null ? null : previous.value());
            kept = new Kept<>(answer, terms.apply(answer), clock.instant());
            failedAt = null;
            landing.complete(answer);
        } catch (RuntimeException | Error failure) {
            failedAt = clock.instant();
            landing.completeExceptionally(failure);
        }
    }

    private boolean hasFailedWithin(Duration pause) {
        Instant failure = failedAt;
        return failure != null && clock.instant().isBefore(failure.plus(pause));
    }

    private Duration age(@Nullable Kept<V> present) {
        return present == null ? Duration.ZERO : Duration.between(present.since(), clock.instant());
    }

    private static <V> V landed(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
        }
    }

    private record Kept<V>(V value, Terms terms, Instant since) {}
}
