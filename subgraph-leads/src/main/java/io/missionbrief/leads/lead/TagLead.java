package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** Tags are put on a lead and taken off it. */
@Service
class TagLead {

    private final ChangeVersioned change;

    TagLead(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<Lead> execute(Actor actor, TagLeadInput input) {
        return Tags.check(new InputCheck(), "add", input.add())
                .then(() -> change.execute(
                        actor,
                        new Mutation("tagLead", input.idempotencyKey(), input),
                        LeadQueries.LEADS,
                        input.seen(),
                        LeadEvents.TAGGED,
                        (_, lead) -> tag(Tags.of(lead.tags()), input)));
    }

    private static Outcome<ChangedColumns> tag(Tags before, TagLeadInput input) {
        Tags after = before.without(Tags.of(input.remove())).with(Tags.of(input.add()));
        if (after.areTooMany()) {
            return Outcome.refused(UserErrorCode.LIMIT_EXCEEDED, "add", Tags.tooMany());
        }
        ChangedColumns columns = new ChangedColumns();
        return Outcome.done(after.equals(before) ? columns : columns.set(LEAD.TAGS, after.column()));
    }
}
