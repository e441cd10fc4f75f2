package io.missionbrief.subgraph.event;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes events as JSON, their personal fields sealed: a value becomes {@code {"sealed": "<base64>"}}, a null stays one. */
final class Sealing {

    /** Name of the only member of the object that stands for a sealed value. */
    static final String SEALED = "sealed";

    private final EventJson json;

    Sealing(EventJson json) {
        this.json = json;
    }

    /** Whose keys the events are sealed under, in the order of the events. */
    static Set<UUID> subjects(List<NewEvent> events) {
        return events.stream()
                .map(NewEvent::personal)
                .filter(personal -> personal != null && !personal.fields().isEmpty())
                .map(Personal::subject)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The events in their order.
     *
     * @param known the keys of {@link #subjects}
     */
    List<SealedEvent> seal(Map<UUID, SubjectKey> known, List<NewEvent> events) {
        return events.stream().map(event -> seal(known, event)).toList();
    }

    private SealedEvent seal(Map<UUID, SubjectKey> known, NewEvent event) {
        Personal personal = event.personal();
        Map<String, Change> changes = event.changes();
        if (personal == null || personal.fields().isEmpty()) {
            return new SealedEvent(event, json.text(event.state()), changes == null ? null : json.text(changes));
        }
        // Never unsealed: whoever was erased in this very moment has no key, and their event is not written.
        SubjectKey key = Objects.requireNonNull(known.get(personal.subject()));
        Map<String, @Nullable Object> state = new LinkedHashMap<>(event.state());
        for (String field : personal.fields()) {
            state.computeIfPresent(field, (name, value) -> sealed(key, name, value));
        }
        return new SealedEvent(
                event, json.text(state), changes == null ? null : json.text(sealed(key, personal, changes)));
    }

    private Map<String, Change> sealed(SubjectKey key, Personal personal, Map<String, Change> changes) {
        Map<String, Change> sealed = new LinkedHashMap<>(changes);
        for (String field : personal.fields()) {
            sealed.computeIfPresent(
                    field,
                    (name, change) ->
                            new Change(sealed(key, name, change.before()), sealed(key, name, change.after())));
        }
        return sealed;
    }

    private @Nullable Object sealed(SubjectKey key, String field, @Nullable Object value) {
        return value == null ? null : Map.of(SEALED, key.seal(field, json.bytes(value)));
    }
}
