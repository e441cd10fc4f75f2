package io.missionbrief.subgraph.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it stands in the log. Its mapper is its own: a setting of the API must not change what was written for ever. */
final class EventJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * The event with its JSON read.
     *
     * @throws RuntimeException when it cannot be read
     */
    Event event(LoggedEvent logged) {
        JsonNode state = mapper.readTree(logged.state());
        String changes = logged.changes();
        return new Event(
                logged.id(),
                logged.workspace(),
                new EventType(logged.type()),
                logged.objectType(),
                logged.objectId(),
                logged.objectVersion(),
                logged.actor(),
                logged.occurredAt(),
                logged.at().position(),
                new EventCursor(logged.at().epoch(), logged.workspacePosition()),
                state,
                changes == null ? changesOfNew(state) : mapper.readTree(changes),
                logged.personal(),
                logged.lane(),
                logged.requestId(),
                logged.traceParent());
    }

    /** What changed when an object was made: each field that has a value had none before. */
    private JsonNode changesOfNew(JsonNode state) {
        ObjectNode changes = mapper.createObjectNode();
        state.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field ->
                        changes.putObject(field.getKey()).putNull("before").set("after", field.getValue()));
        return changes;
    }

    byte[] bytes(@Nullable Object value) {
        return mapper.writeValueAsBytes(value);
    }

    JsonNode node(byte[] bytes) {
        return mapper.readTree(bytes);
    }
}
