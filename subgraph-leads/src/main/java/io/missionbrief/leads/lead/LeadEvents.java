package io.missionbrief.leads.lead;

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

/** Tells what happened to a lead, in the transaction of the change. What describes the person is sealed. */
@Component
class LeadEvents {

    private static final Set<String> PERSONAL = Set.of("name", "email", "phone", "fields");

    private final EventLog log;

    LeadEvents(EventLog log) {
        this.log = log;
    }

    Lead created(DSLContext transaction, Actor actor, Lead lead) {
        return append(transaction, actor, LeadEvent.NEW, Map.of(), lead);
    }

    Lead changed(DSLContext transaction, Actor actor, LeadEvent event, Lead before, Lead after) {
        return append(transaction, actor, event, state(before), after);
    }

    private Lead append(
            DSLContext transaction, Actor actor, LeadEvent event, Map<String, @Nullable Object> before, Lead after) {
        Map<String, @Nullable Object> state = state(after);
        log.append(
                transaction,
                actor,
                new NewEvent(
                        event.type(),
                        "Lead",
                        after.id(),
                        after.version(),
                        state,
                        Changes.between(before, state),
                        new Personal(after.id(), PERSONAL)));
        return after;
    }

    private static Map<String, @Nullable Object> state(Lead lead) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", lead.id());
        state.put("reference", lead.reference());
        state.put("externalReference", lead.externalReference());
        state.put("name", lead.name());
        state.put("email", lead.email());
        state.put("phone", lead.phone());
        state.put("company", lead.company());
        state.put("source", lead.source());
        state.put("sourceDetail", lead.sourceDetail());
        state.put("status", lead.status());
        state.put("statusReason", lead.statusReason());
        state.put("statusChangedAt", lead.statusChangedAt());
        state.put("ownerId", lead.ownerId());
        state.put("tags", lead.tags());
        state.put("score", lead.score());
        state.put("fields", lead.fields());
        state.put("consent", lead.consent());
        state.put("version", lead.version());
        state.put("createdAt", lead.createdAt());
        state.put("updatedAt", lead.updatedAt());
        return state;
    }
}
