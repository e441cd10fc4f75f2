package io.missionbrief.leads.application;

import io.missionbrief.subgraph.event.Changes;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.event.Personal;
import io.missionbrief.subgraph.security.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what happened to an application, in the transaction of the change. The answers are sealed under the lead's key. */
@Component
class ApplicationEvents {

    private static final Set<String> PERSONAL = Set.of("answers");

    private final EventLog log;

    ApplicationEvents(EventLog log) {
        this.log = log;
    }

    Application drafted(DSLContext transaction, Actor actor, Application application) {
        return append(transaction, actor, ApplicationEvent.DRAFTED, Map.of(), application);
    }

    Application changed(
            DSLContext transaction, Actor actor, ApplicationEvent event, Application before, Application after) {
        return append(transaction, actor, event, state(before), after);
    }

    private Application append(
            DSLContext transaction,
            Actor actor,
            ApplicationEvent event,
            Map<String, @Nullable Object> before,
            Application after) {
        Map<String, @Nullable Object> state = state(after);
        log.append(
                transaction,
                actor,
                new NewEvent(
                        event.type(),
                        "Application",
                        after.id(),
                        after.version(),
                        state,
                        Changes.between(before, state),
                        new Personal(after.leadId(), PERSONAL)));
        return after;
    }

    private static Map<String, @Nullable Object> state(Application application) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", application.id());
        state.put("reference", application.reference());
        state.put("leadId", application.leadId());
        state.put("requestedPlanId", application.requestedPlanId());
        state.put("answers", application.answers());
        state.put("status", application.status());
        state.put("statusReason", application.statusReason());
        state.put("statusChangedAt", application.statusChangedAt());
        state.put("submittedAt", application.submittedAt());
        state.put("decidedAt", application.decidedAt());
        state.put("decidedBy", application.decidedBy());
        state.put("version", application.version());
        state.put("createdAt", application.createdAt());
        state.put("updatedAt", application.updatedAt());
        return state;
    }
}
