package io.missionbrief.leads.lead;

import io.missionbrief.leads.change.ChangeVersioned;
import io.missionbrief.leads.change.ChangedColumns;
import io.missionbrief.leads.change.SeenVersion;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** One change of one lead, whatever it is. */
@Component
class ChangeLead {

    private final ChangeVersioned change;
    private final LeadEvents events;

    ChangeLead(ChangeVersioned change, LeadEvents events) {
        this.change = change;
        this.events = events;
    }

    /** @param columns from the locked lead the columns to be set, or why it is refused */
    Outcome<Lead> execute(
            Actor actor,
            Mutation mutation,
            SeenVersion seen,
            LeadEvent event,
            Function<Lead, Outcome<ChangedColumns>> columns) {
        return change.execute(
                actor,
                mutation,
                LeadQueries.LEADS,
                seen,
                columns,
                (transaction, before, after) -> events.changed(transaction, actor, event, before, after));
    }
}
