package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.leads.change.ChangedColumns;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** One change of one lead, whatever it is: locked, of the version that the caller has seen, told by one event. */
@Component
class ChangeLead {

    private final Mutations mutations;
    private final LeadEvents events;

    ChangeLead(Mutations mutations, LeadEvents events) {
        this.mutations = mutations;
        this.events = events;
    }

    /**
     * Changes a lead. One that is left as it is keeps its version, and nothing is told.
     *
     * @param change from the locked lead the columns to be set, or why it is refused
     */
    Outcome<Lead> execute(
            Actor actor,
            Mutation mutation,
            SeenLead seen,
            LeadEvent event,
            Function<Lead, Outcome<ChangedColumns>> change) {
        UUID id = ObjectId.parse("input.leadId", seen.leadId());
        return mutations.run(
                actor,
                mutation,
                transaction -> locked(transaction, id, seen.expectedVersion())
                        .then(lead ->
                                change.apply(lead).map(columns -> changed(transaction, actor, event, lead, columns))),
                Lead::id,
                LeadQueries::find);
    }

    private static Outcome<Lead> locked(DSLContext transaction, UUID id, int expectedVersion) {
        Lead lead = LeadQueries.findForUpdate(transaction, id);
        if (lead == null) {
            return Outcome.refused(UserError.notFound("leadId", "lead"));
        }
        return lead.version() == expectedVersion
                ? Outcome.done(lead)
                : Outcome.refused(UserError.staleVersion(expectedVersion, lead.version()));
    }

    private Lead changed(DSLContext transaction, Actor actor, LeadEvent event, Lead before, ChangedColumns columns) {
        if (columns.isEmpty()) {
            return before;
        }
        Lead after = transaction
                .update(LEAD)
                .set(columns.values())
                .set(LEAD.VERSION, before.version() + 1)
                .set(LEAD.UPDATED_AT, ChangedColumns.CLOCK)
                .where(LEAD.ID.eq(before.id()))
                .returning()
                .fetchSingle(Lead::of);
        return events.changed(transaction, actor, event, before, after);
    }
}
