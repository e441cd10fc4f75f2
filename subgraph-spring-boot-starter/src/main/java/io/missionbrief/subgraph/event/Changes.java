package io.missionbrief.subgraph.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells two states of one object apart. */
final class Changes {

    private Changes() {}

    /**
     * The fields that differ, in the order of the later state.
     *
     * @param before the state before; empty for a new object
     * @param after the state after, with the same fields
     */
    static Map<String, Change> between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                changes.put(field, new Change(before.get(field), value));
            }
        });
        return Collections.unmodifiableMap(changes);
    }
}
