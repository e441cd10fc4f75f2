package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** A lead takes a step along the funnel, out of it or back into it. */
@Service
class ChangeLeadStatus {

    private final ChangeVersioned change;

    ChangeLeadStatus(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<Lead> execute(Actor actor, ChangeLeadStatusInput input) {
        return new InputCheck()
                .optionalText("reason", input.reason(), LeadRules.REASON_LENGTH)
                .then(() -> change.execute(
                        actor,
                        new Mutation("changeLeadStatus", input.idempotencyKey(), input),
                        LeadQueries.LEADS,
                        input.seen(),
                        LeadEvents.STATUS_CHANGE,
                        (_, lead) -> step(lead.status(), input)));
    }

    private static Outcome<ChangedColumns> step(LeadStatus from, ChangeLeadStatusInput input) {
        LeadStatus to = input.status();
        String reason = Text.orNull(input.reason());
        if (!from.next().contains(to)) {
            return Outcome.refused(UserError.illegalTransition("status", "lead", from, to, from.next()));
        }
        if (reason == null && from.needsReason(to)) {
            return Outcome.refused(
                    UserErrorCode.REQUIRED,
                    "reason",
                    "The step from " + from + " to " + to + " needs a reason: say why");
        }
        return Outcome.done(new ChangedColumns()
                .set(LEAD.STATUS, to.name())
                .set(LEAD.STATUS_REASON, reason)
                .setToNow(LEAD.STATUS_CHANGED_AT));
    }
}
