package io.missionbrief.subgraph.event;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens the sealed fields of events. Only the subgraph that owns the subject can; it decides beforehand whether the
 * caller may see them.
 */
public final class PersonalFields {

    private final PersonalKeys keys;
    private final EventJson json;

    PersonalFields(PersonalKeys keys, EventJson json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * The event with its personal fields readable, or null where the subject's key was erased.
     *
     * @param database a context of the event's workspace
     */
    public Event open(DSLContext database, Event event) {
        Personal personal = event.personal();
        if (personal == null) {
            return event;
        }
        Optional<SubjectKey> key = keys.find(database, event.workspace(), personal.subject());
        JsonNode state = event.state().deepCopy();
        JsonNode changes = event.changes().deepCopy();
        for (String field : personal.fields()) {
            openMember(key, field, field, state);
            openMember(key, field, "before", changes.path(field));
            openMember(key, field, "after", changes.path(field));
        }
        return event.with(state, changes);
    }

    private void openMember(Optional<SubjectKey> key, String field, String member, JsonNode parent) {
        JsonNode sealed = parent.path(member).path(Sealing.SEALED);
        if (parent instanceof ObjectNode object && sealed.isString()) {
            object.set(
                    member,
                    key.map(open -> opened(open, field, sealed.asString())).orElse(null));
        }
    }

    private @Nullable JsonNode opened(SubjectKey key, String field, String sealed) {
        return json.node(key.open(field, sealed));
    }
}
