package io.missionbrief.subgraph.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes events as JSON, their personal fields sealed: a value becomes {@code {"sealed": "<base64>"}}, a null stays one. */
final class Sealing {

    /** Name of the only member of the object that stands for a sealed value. */
    static final String SEALED = "sealed";

    private final EventJson json;

    Sealing(EventJson json) {
        this.json = json;
    }

    /** Under whose key the event is sealed; null when nothing in it is personal. */
    static @Nullable UUID subject(NewEvent event) {
        Personal personal = event.personal();
        return personal == null || personal.fields().isEmpty() ? null : personal.subject();
    }

    /** @param key of the {@link #subject}; null when there is none */
    SealedEvent seal(@Nullable SubjectKey key, NewEvent event) {
        Map<String, Change> changes = event.changes();
        Personal personal = event.personal();
        if (key == null || personal == null) {
            return new SealedEvent(event, json.text(event.state()), changes == null ? null : json.text(changes));
        }
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
