package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

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

/** Somebody has looked at a document. */
@Service
class ReviewApplicationDocument {

    private static final int REASON_LENGTH = 2000;

    private final ChangeVersioned change;
    private final RecordApplicationPart parts;

    ReviewApplicationDocument(ChangeVersioned change, RecordApplicationPart parts) {
        this.change = change;
        this.parts = parts;
    }

    Outcome<ApplicationDocument> execute(Actor actor, ReviewApplicationDocumentInput input) {
        return new InputCheck()
                .optionalText("reason", input.reason(), REASON_LENGTH)
                .then(() -> change.execute(
                        actor,
                        new Mutation("reviewApplicationDocument", input.idempotencyKey(), input),
                        ApplicationDocument.TABLE,
                        input.seen(),
                        (_, document) -> review(document.status(), input),
                        (transaction, before, after) ->
                                parts.changed(transaction, actor, DocumentEvents.REVIEWED, before, after)));
    }

    private static Outcome<ChangedColumns> review(DocumentStatus from, ReviewApplicationDocumentInput input) {
        String reason = Text.orNull(input.reason());
        if (from != DocumentStatus.PENDING) {
            return Outcome.refused(
                    UserErrorCode.ILLEGAL_TRANSITION,
                    "decision",
                    "The document is " + from + " already, and there is no step from there: add another document");
        }
        if (reason == null && input.decision() == DocumentDecision.REJECTED) {
            return Outcome.refused(UserErrorCode.REQUIRED, "reason", "A rejection needs a reason: say why");
        }
        return Outcome.done(new ChangedColumns()
                .set(APPLICATION_DOCUMENT.STATUS, input.decision().status().name())
                .set(APPLICATION_DOCUMENT.STATUS_REASON, reason));
    }
}
