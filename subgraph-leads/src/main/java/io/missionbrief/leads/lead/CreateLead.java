package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;
import static io.missionbrief.leads.jooq.Tables.LEAD_RAW;

import io.missionbrief.leads.neighbour.AskAdmin;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.json.JsonRules;
import io.missionbrief.subgraph.mutation.InputCheck;
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

    Outcome<Lead> execute(Actor actor, CreateLeadInput input) {
        UUID ownerId = ObjectId.parseOptional("input.ownerId", input.ownerId());
        return check(input)
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

    private static InputCheck check(CreateLeadInput input) {
        InputCheck check = LeadRules.details(new InputCheck(), input.company(), input.sourceDetail())
                .optionalText("name", input.name(), LeadRules.NAME_LENGTH)
                .optionalText("externalReference", input.externalReference(), LeadRules.EXTERNAL_REFERENCE_LENGTH);
        check.required(
                "name",
                LeadRules.isIdentified(
                        input.name(), input.email(), input.phone(), input.company(), input.externalReference()),
                LeadRules.NOT_IDENTIFIED);
        LeadRules.score(check, input.score());
        LeadRules.fields(check, input.fields());
        if (input.raw() != null) {
            JsonRules.any(check, "raw", JsonDocument.ofInput(input.raw()), LeadRules.RAW_KIBIBYTES);
        }
        if (input.consent() != null) {
            input.consent().check(check);
        }
        return Tags.check(check, "tags", input.tags())
                .that(!Tags.of(input.tags()).areTooMany(), "tags", Tags.tooMany());
    }

    private Outcome<Lead> create(DSLContext transaction, Actor actor, @Nullable UUID ownerId, CreateLeadInput input) {
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
            DSLContext transaction, Actor actor, @Nullable UUID ownerId, CreateLeadInput input) {
        LeadConsent consent =
                input.consent() == null ? LeadConsent.UNKNOWN : input.consent().consent(transaction);
        return transaction
                .insertInto(LEAD)
                .set(LEAD.REFERENCE, Reference.random().value())
                .set(LEAD.EXTERNAL_REFERENCE, Text.orNull(input.externalReference()))
                .set(LEAD.NAME, Text.orNull(input.name()))
                .set(LEAD.EMAIL, input.email())
                .set(LEAD.PHONE, input.phone())
                .set(LEAD.COMPANY, Text.orNull(input.company()))
                .set(LEAD.SOURCE, input.source().name())
                .set(LEAD.SOURCE_DETAIL, Text.orNull(input.sourceDetail()))
                .set(LEAD.OWNER_ID, ownerId)
                .set(LEAD.TAGS, Tags.of(input.tags()).column())
                .set(LEAD.SCORE, input.score())
                .set(LEAD.FIELDS, JsonDocument.ofOptionalObject(input.fields()).column())
                .set(LEAD.CONSENT, consent.status().name())
                .set(LEAD.CONSENT_AT, consent.at())
                .set(LEAD.CONSENT_SOURCE, consent.source())
                .set(LEAD.CREATED_BY, actor.userId())
                .onConflict(LEAD.WORKSPACE_ID, LEAD.EXTERNAL_REFERENCE, LEAD.SOURCE, LEAD.SOURCE_DETAIL)
                .where(LEAD.EXTERNAL_REFERENCE.isNotNull())
                .doNothing()
                .returning()
                .fetchOne(Lead::of);
    }
}
