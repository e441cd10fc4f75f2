package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** Something else is known of a lead. */
@Service
class UpdateLead {

    private static final UserError SAME_REFERENCE = UserError.of(
            UserErrorCode.ALREADY_EXISTS,
            "sourceDetail",
            "There is a lead with the same externalReference from this source: read that one, or give another source");

    private final ChangeVersioned change;

    UpdateLead(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<Lead> execute(Actor actor, LeadInput.Update input) {
        return input.check()
                .then(() -> change.execute(
                        actor,
                        new Mutation("updateLead", input.idempotencyKey(), input)
                                .telling("lead_external_reference_once", SAME_REFERENCE),
                        LeadQueries.LEADS,
                        input.seen(),
                        LeadEvents.UPDATED,
                        (transaction, lead) ->
                                input.checkWith(lead).then(() -> Outcome.done(input.changeOf(transaction, lead)))));
    }
}
