package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

import io.missionbrief.leads.application.OpenApplication;
import io.missionbrief.leads.change.ChangeVersioned;
import io.missionbrief.leads.change.ChangedColumns;
import io.missionbrief.leads.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Somebody has looked at a document. */
@Service
class ReviewApplicationDocument {

    private static final int REASON_LENGTH = 2000;

    private final ChangeVersioned change;
    private final DocumentEvents events;

    ReviewApplicationDocument(ChangeVersioned change, DocumentEvents events) {
        this.change = change;
        this.events = events;
    }

    Outcome<ApplicationDocument> execute(Actor actor, ReviewApplicationDocumentInput input) {
        return new InputCheck()
                .optionalText("reason", input.reason(), REASON_LENGTH)
                .then(() -> change.execute(
                        actor,
                        new Mutation("reviewApplicationDocument", input.idempotencyKey(), input),
                        DocumentQueries.DOCUMENTS,
                        input.seen(),
                        document -> review(document.state(), input),
                        (transaction, before, after) -> events.reviewed(
                                transaction,
                                actor,
                                Objects.requireNonNull(OpenApplication.leadOf(transaction, after.applicationId())),
                                before,
                                after)));
    }

    private static Outcome<ChangedColumns> review(DocumentState from, ReviewApplicationDocumentInput input) {
        String reason = Text.orNull(input.reason());
        if (from != DocumentState.PENDING) {
            return Outcome.refused(
                    UserErrorCode.ILLEGAL_TRANSITION,
                    "review",
                    "The document is " + from + " already, and there is no step from there: add another document");
        }
        if (reason == null && input.review() == DocumentReview.REJECTED) {
            return Outcome.refused(UserErrorCode.REQUIRED, "reason", "A rejection needs a reason: say why");
        }
        return Outcome.done(new ChangedColumns()
                .set(APPLICATION_DOCUMENT.STATE, input.review().state().name())
                .set(APPLICATION_DOCUMENT.STATE_REASON, reason));
    }
}
