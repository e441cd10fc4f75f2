package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Seals the personal fields of an event: a value becomes {@code {"sealed": "<base64>"}}, a null stays one. */
final class Sealing {

    /** Name of the only member of the object that stands for a sealed value. */
    static final String SEALED = "sealed";

    private final PersonalKeys keys;
    private final EventJson json;

    Sealing(PersonalKeys keys, EventJson json) {
        this.keys = keys;
        this.json = json;
    }

    /** The events in their order; the keys of all are asked for at once. */
    List<NewEvent> seal(DSLContext transaction, WorkspaceId workspace, List<NewEvent> events) {
        Set<UUID> subjects = events.stream()
                .map(NewEvent::personal)
                .filter(personal -> personal != null && !personal.fields().isEmpty())
                .map(Personal::subject)
                .collect(Collectors.toSet());
        Map<UUID, SubjectKey> known = keys.findOrMake(transaction, workspace, subjects);
        return events.stream().map(event -> sealed(known, event)).toList();
    }

    private NewEvent sealed(Map<UUID, SubjectKey> known, NewEvent event) {
        Personal personal = event.personal();
        if (personal == null || personal.fields().isEmpty()) {
            return event;
        }
        // Never unsealed: whoever was erased in this very moment has no key, and their event is not written.
        SubjectKey key = Objects.requireNonNull(known.get(personal.subject()));
        Map<String, @Nullable Object> state = new LinkedHashMap<>(event.state());
        for (String field : personal.fields()) {
            state.computeIfPresent(field, (name, value) -> sealed(key, name, value));
        }
        Map<String, Change> changes = event.changes() == null ? null : sealed(key, personal, event.changes());
        return new NewEvent(
                event.type(), event.objectId(), event.objectVersion(), state, changes, personal, event.lane());
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
