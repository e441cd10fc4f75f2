package io.missionbrief.leads.check;

import static io.missionbrief.leads.jooq.Tables.VERIFICATION_CHECK;

import io.missionbrief.leads.application.RecordApplicationPart;
import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** A check has its result. */
@Service
class CompleteVerificationCheck {

    private final ChangeVersioned change;
    private final RecordApplicationPart parts;

    CompleteVerificationCheck(ChangeVersioned change, RecordApplicationPart parts) {
        this.change = change;
        this.parts = parts;
    }

    Outcome<VerificationCheck> execute(Actor actor, CompleteVerificationCheckInput input) {
        return new InputCheck()
                .optionalText("note", input.note().value(), RequestVerificationCheck.NOTE_LENGTH)
                .then(() -> change.execute(
                        actor,
                        new Mutation("completeVerificationCheck", input.idempotencyKey(), input),
                        VerificationCheck.TABLE,
                        input.seen(),
                        (_, check) -> complete(actor, check, input),
                        (transaction, before, after) ->
                                parts.changed(transaction, actor, CheckEvents.COMPLETED, before, after)));
    }

    private static Outcome<ChangedColumns> complete(
            Actor actor, VerificationCheck check, CompleteVerificationCheckInput input) {
        if (check.result() != null) {
            return Outcome.refused(
                    UserErrorCode.ILLEGAL_TRANSITION,
                    "result",
                    "The check is " + check.result() + " already, and stays so: request another one");
        }
        return Outcome.done(new ChangedColumns()
                .set(VERIFICATION_CHECK.RESULT, input.result().name())
                .change(VERIFICATION_CHECK.NOTE, check.note(), input.note(), Text::orNull)
                .set(VERIFICATION_CHECK.CHECKED_BY, actor.userId())
                .setToNow(VERIFICATION_CHECK.CHECKED_AT));
    }
}
