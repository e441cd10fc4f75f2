package io.missionbrief.subgraph.relay;

import io.missionbrief.subgraph.event.LoggedEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events that the topic has refused, each with a pause of its own: it holds up no other. */
final class Refusals {

    private record Refusal(int times, Instant notBefore, OffsetDateTime occurredAt) {}

    private final InstantSource clock;
    private final Map<Long, Refusal> refusals = new HashMap<>();

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    void refused(LoggedEvent event) {
        refusals.compute(event.at().position(), (position, before) -> {
            int times = before == null ? 1 : before.times() + 1;
            return new Refusal(times, clock.instant().plus(Backoff.after(times)), event.occurredAt());
        });
    }

    void acknowledged(Set<Long> positions) {
        refusals.keySet().removeAll(positions);
    }

    void forget() {
        refusals.clear();
    }

    /** The positions whose pause is not over. */
    Set<Long> resting() {
        Instant now = clock.instant();
        return refusals.entrySet().stream()
                .filter(refusal -> now.isBefore(refusal.getValue().notBefore()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** When the oldest of them was written; null when there is none. */
    @Nullable
    OffsetDateTime oldest() {
        return refusals.values().stream()
                .map(Refusal::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
