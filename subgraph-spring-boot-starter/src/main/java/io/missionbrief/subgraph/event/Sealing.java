package io.missionbrief.subgraph.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /**
     * The event as the log keeps it.
     *
     * @param key of the {@link #subject}; null when there is none
     * @throws IllegalArgumentException when the key is missing, or another subject's: nothing personal stays readable
     */
    SealedEvent seal(@Nullable SubjectKey key, NewEvent event) {
        if (!Objects.equals(subject(event), key == null ? null : key.subject())) {
            throw new IllegalArgumentException("Not the key of the event's personal fields: " + event.objectId());
        }
        Personal personal = event.personal();
        Set<String> fields = personal == null ? Set.of() : personal.fields();
        Map<String, Change> changes = event.changes();
        return new SealedEvent(
                event.type(),
                event.objectId(),
                event.objectVersion(),
                event.lane(),
                json.text(key == null ? event.state() : sealedState(key, fields, event.state())),
                changes == null ? null : json.text(key == null ? changes : sealed(key, fields, changes)),
                personal == null ? null : personal.subject(),
                fields);
    }

    private Map<String, @Nullable Object> sealedState(
            SubjectKey key, Set<String> fields, Map<String, @Nullable Object> state) {
        Map<String, @Nullable Object> sealed = new LinkedHashMap<>(state);
        for (String field : fields) {
            sealed.computeIfPresent(field, (name, value) -> sealed(key, name, value));
        }
        return sealed;
    }

    private Map<String, Change> sealed(SubjectKey key, Set<String> fields, Map<String, Change> changes) {
        Map<String, Change> sealed = new LinkedHashMap<>(changes);
        for (String field : fields) {
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
