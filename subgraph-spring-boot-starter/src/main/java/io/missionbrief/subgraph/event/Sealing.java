package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;
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

    NewEvent seal(DSLContext transaction, WorkspaceId workspace, NewEvent event) {
        Personal personal = event.personal();
        if (personal == null || personal.fields().isEmpty()) {
            return event;
        }
        SubjectKey key = keys.findOrMake(transaction, workspace, personal.subject());
        Map<String, @Nullable Object> state = new LinkedHashMap<>(event.state());
        Map<String, Change> changes = new LinkedHashMap<>(event.changes());
        for (String field : personal.fields()) {
            state.computeIfPresent(field, (name, value) -> sealed(key, name, value));
            changes.computeIfPresent(
                    field,
                    (name, change) ->
                            new Change(sealed(key, name, change.before()), sealed(key, name, change.after())));
        }
        return new NewEvent(
                event.type(), event.objectId(), event.objectVersion(), state, changes, personal, event.lane());
    }

    private @Nullable Object sealed(SubjectKey key, String field, @Nullable Object value) {
        return value == null ? null : Map.of(SEALED, key.seal(field, json.bytes(value)));
    }
}
