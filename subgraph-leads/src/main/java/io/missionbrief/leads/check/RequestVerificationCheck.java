package io.missionbrief.leads.check;

import static io.missionbrief.leads.jooq.Tables.VERIFICATION_CHECK;

import io.missionbrief.leads.application.OpenApplication;
import io.missionbrief.leads.application.RecordApplicationPart;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Somebody asks for a check. */
@Service
class RequestVerificationCheck {

    static final int NOTE_LENGTH = 2000;

    private final Mutations mutations;
    private final RecordApplicationPart parts;

    RequestVerificationCheck(Mutations mutations, RecordApplicationPart parts) {
        this.mutations = mutations;
        this.parts = parts;
    }

    Outcome<VerificationCheck> execute(Actor actor, RequestVerificationCheckInput input) {
        UUID applicationId = ObjectId.parse("input.applicationId", input.applicationId());
        return new InputCheck()
                .optionalText("note", input.note(), NOTE_LENGTH)
                .then(() -> mutations.run(
                        actor,
                        new Mutation("requestVerificationCheck", input.idempotencyKey(), input),
                        transaction -> OpenApplication.leadForShare(transaction, applicationId)
                                .map(leadId -> request(transaction, actor, applicationId, leadId, input)),
                        VerificationCheck::id,
                        VerificationCheck.TABLE::find));
    }

    private VerificationCheck request(
            DSLContext transaction, Actor actor, UUID applicationId, UUID leadId, RequestVerificationCheckInput input) {
        VerificationCheck check = transaction
                .insertInto(VERIFICATION_CHECK)
                .set(VERIFICATION_CHECK.APPLICATION_ID, applicationId)
                .set(VERIFICATION_CHECK.KIND, input.kind().name())
                .set(VERIFICATION_CHECK.NOTE, Text.orNull(input.note()))
                .set(VERIFICATION_CHECK.CREATED_BY, actor.userId())
                .returning()
                .fetchSingle(VerificationCheck::of);
        return parts.created(transaction, actor, CheckEvents.REQUESTED, leadId, check);
    }
}
