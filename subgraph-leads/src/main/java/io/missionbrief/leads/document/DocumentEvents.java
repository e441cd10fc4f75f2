package io.missionbrief.leads.document;

import io.missionbrief.subgraph.event.Changes;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.event.Personal;
import io.missionbrief.subgraph.security.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what happened to a document, in the transaction of the change. Its name is sealed under the lead's key. */
@Component
class DocumentEvents {

    private static final String NEW = "ApplicationDocument.New";
    private static final String STATE_CHANGE = "ApplicationDocument.StateChange";
    private static final Set<String> PERSONAL = Set.of("fileName");

    private final EventLog log;

    DocumentEvents(EventLog log) {
        this.log = log;
    }

    ApplicationDocument added(DSLContext transaction, Actor actor, UUID leadId, ApplicationDocument document) {
        return append(transaction, actor, leadId, NEW, Map.of(), document);
    }

    ApplicationDocument reviewed(
            DSLContext transaction, Actor actor, UUID leadId, ApplicationDocument before, ApplicationDocument after) {
        return append(transaction, actor, leadId, STATE_CHANGE, state(before), after);
    }

    private ApplicationDocument append(
            DSLContext transaction,
            Actor actor,
            UUID leadId,
            String type,
            Map<String, @Nullable Object> before,
            ApplicationDocument after) {
        Map<String, @Nullable Object> state = state(after);
        log.append(
                transaction,
                actor,
                new NewEvent(
                        type,
                        "ApplicationDocument",
                        after.id(),
                        after.version(),
                        state,
                        Changes.between(before, state),
                        new Personal(leadId, PERSONAL)));
        return after;
    }

    private static Map<String, @Nullable Object> state(ApplicationDocument document) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", document.id());
        state.put("applicationId", document.applicationId());
        state.put("kind", document.kind());
        state.put("fileName", document.fileName());
        state.put("mediaType", document.mediaType());
        state.put("size", document.bytes());
        state.put("sha256", document.sha256());
        state.put("state", document.state());
        state.put("stateReason", document.stateReason());
        state.put("version", document.version());
        state.put("createdAt", document.createdAt());
        state.put("updatedAt", document.updatedAt());
        return state;
    }
}
