package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;
import static io.missionbrief.leads.jooq.Tables.LEAD_RAW;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.leads.neighbour.AskAdmin;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A lead arrives. */
@Service
class CreateLead {

    private final Mutations mutations;
    private final ChangeRecorder changes;
    private final AskAdmin admin;

    CreateLead(Mutations mutations, ChangeRecorder changes, AskAdmin admin) {
        this.mutations = mutations;
        this.changes = changes;
        this.admin = admin;
    }

    Outcome<Lead> execute(Actor actor, LeadInput.Create input) {
        UUID ownerId = ObjectId.parseOptional("input.ownerId", input.ownerId());
        return input.check()
                .then(() -> admin.confirmed(
                        actor,
                        "ownerId",
                        ownerId,
                        () -> mutations.run(
                                actor,
                                new Mutation("createLead", input.idempotencyKey(), input),
                                transaction -> create(transaction, actor, ownerId, input),
                                Lead::id,
                                LeadQueries.LEADS::find)));
    }

    private Outcome<Lead> create(DSLContext transaction, Actor actor, @Nullable UUID ownerId, LeadInput.Create input) {
        Lead lead = insert(transaction, actor, ownerId, input);
        if (lead == null) {
            return Outcome.refused(
                    UserErrorCode.ALREADY_EXISTS,
                    "externalReference",
                    "There is a lead with this externalReference from the same source: read that one, or give another");
        }
        if (input.raw() != null) {
            transaction
                    .insertInto(LEAD_RAW)
                    .set(LEAD_RAW.LEAD_ID, lead.id())
                    .set(LEAD_RAW.CONTENT, JsonDocument.ofInput(input.raw()).column())
                    .execute();
        }
        return Outcome.done(changes.created(transaction, actor, LeadEvents.NEW, lead));
    }

    /** Null when another lead of this source has the external reference. */
    private static @Nullable Lead insert(
            DSLContext transaction, Actor actor, @Nullable UUID ownerId, LeadInput.Create input) {
        LeadRecord row = input.row(transaction);
        row.setReference(Reference.random().value());
        row.setOwnerId(ownerId);
        row.setCreatedBy(actor.userId());
        return transaction
                .insertInto(LEAD)
                .set(row)
                .onConflict(LEAD.WORKSPACE_ID, LEAD.EXTERNAL_REFERENCE, LEAD.SOURCE, LEAD.SOURCE_DETAIL)
                .where(LEAD.EXTERNAL_REFERENCE.isNotNull())
                .doNothing()
                .returning()
                .fetchOne(Lead::of);
    }
}
