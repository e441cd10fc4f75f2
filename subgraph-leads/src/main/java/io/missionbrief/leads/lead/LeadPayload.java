package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every mutation of a lead answers: the lead, or why nothing changed. */
record LeadPayload(@Nullable Lead lead, List<UserError> userErrors) {

    static LeadPayload of(Outcome<Lead> outcome) {
        return outcome.fold(lead -> new LeadPayload(lead, List.of()), errors -> new LeadPayload(null, errors));
    }
}
