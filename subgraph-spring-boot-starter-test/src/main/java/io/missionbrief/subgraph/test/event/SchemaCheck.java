package io.missionbrief.subgraph.test.event;

import io.missionbrief.subgraph.event.EventCheck;
import io.missionbrief.subgraph.event.SealedEvent;
import io.missionbrief.subgraph.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Refuses an event that does not match its schema, and keeps what was wrong with it for the test that is running. */
final class SchemaCheck implements EventCheck {

    private final JsonMapper mapper = JsonMapper.shared();
    private final EventSchemas schemas;
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    SchemaCheck(EventSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void check(Actor actor, SealedEvent event) {
        String type = event.type().name();
        List<String> mistakes = schemas.mistakes(type, data(actor, event));
        if (!mistakes.isEmpty()) {
            String reason = type + " does not match its schema:\n  " + String.join("\n  ", mistakes);
            refused.add(reason);
            throw new IllegalArgumentException(reason);
        }
    }

    /** What was refused since the last call. */
    List<String> refused() {
        List<String> reasons = new ArrayList<>();
        for (String reason = refused.poll(); reason != null; reason = refused.poll()) {
            reasons.add(reason);
        }
        return reasons;
    }

    /** The event as consumers get it. */
    private ObjectNode data(Actor actor, SealedEvent event) {
        ObjectNode data = mapper.createObjectNode()
                .put("actor", actor.userId())
                .put("objectType", event.type().objectType())
                .put("objectId", event.objectId().toString())
                .put("objectVersion", event.objectVersion());
        data.set("state", mapper.readTree(event.state()));
        if (event.changes() != null) {
            data.set("changes", mapper.readTree(event.changes()));
        }
        if (event.personalSubject() != null) {
            data.set("personal", personal(event.personalSubject().toString(), event));
        }
        return data;
    }

    private @Nullable JsonNode personal(String subject, SealedEvent event) {
        ObjectNode personal = mapper.createObjectNode().put("subject", subject);
        event.personalFields().stream().sorted().forEach(personal.withArray("fields")::add);
        return personal;
    }
}
