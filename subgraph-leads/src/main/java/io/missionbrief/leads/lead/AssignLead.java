package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.leads.neighbour.AskAdmin;
import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A lead is given to a salesperson, or taken from everybody. */
@Service
class AssignLead {

    private final ChangeVersioned change;
    private final AskAdmin admin;

    AssignLead(ChangeVersioned change, AskAdmin admin) {
        this.change = change;
        this.admin = admin;
    }

    Outcome<Lead> execute(Actor actor, AssignLeadInput input) {
        UUID owner = ObjectId.parseOptional("input.ownerId", input.ownerId());
        return admin.confirmed(
                actor,
                "ownerId",
                owner,
                () -> change.execute(
                        actor,
                        new Mutation("assignLead", input.idempotencyKey(), input),
                        LeadQueries.LEADS,
                        input.seen(),
                        LeadEvents.ASSIGNED,
                        (_, lead) -> Outcome.done(new ChangedColumns().change(LEAD.OWNER_ID, lead.ownerId(), owner))));
    }
}
