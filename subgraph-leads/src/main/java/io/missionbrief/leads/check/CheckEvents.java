package io.missionbrief.leads.check;

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

/** Tells what happened to a check, in the transaction of the change. Its note is sealed under the lead's key. */
@Component
class CheckEvents {

    private static final String NEW = "VerificationCheck.New";
    private static final String COMPLETED = "VerificationCheck.Completed";
    private static final Set<String> PERSONAL = Set.of("note");

    private final EventLog log;

    CheckEvents(EventLog log) {
        this.log = log;
    }

    VerificationCheck requested(DSLContext transaction, Actor actor, UUID leadId, VerificationCheck check) {
        return append(transaction, actor, leadId, NEW, Map.of(), check);
    }

    VerificationCheck completed(
            DSLContext transaction, Actor actor, UUID leadId, VerificationCheck before, VerificationCheck after) {
        return append(transaction, actor, leadId, COMPLETED, state(before), after);
    }

    private VerificationCheck append(
            DSLContext transaction,
            Actor actor,
            UUID leadId,
            String type,
            Map<String, @Nullable Object> before,
            VerificationCheck after) {
        Map<String, @Nullable Object> state = state(after);
        log.append(
                transaction,
                actor,
                new NewEvent(
                        type,
                        "VerificationCheck",
                        after.id(),
                        after.version(),
                        state,
                        Changes.between(before, state),
                        new Personal(leadId, PERSONAL)));
        return after;
    }

    private static Map<String, @Nullable Object> state(VerificationCheck check) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", check.id());
        state.put("applicationId", check.applicationId());
        state.put("kind", check.kind());
        state.put("result", check.result());
        state.put("note", check.note());
        state.put("checkedBy", check.checkedBy());
        state.put("checkedAt", check.checkedAt());
        state.put("version", check.version());
        state.put("createdAt", check.createdAt());
        state.put("updatedAt", check.updatedAt());
        return state;
    }
}
