package io.missionbrief.offers.quote;

import static io.missionbrief.offers.quote.QuoteQueries.QUOTES;
import static io.missionbrief.subgraph.mutation.UserErrorCode.ILLEGAL_TRANSITION;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Agrees to the discounts of a quote's revision in force. */
@Service
class ApproveQuote {

    private final Mutations mutations;
    private final ChangeRecorder changes;

    ApproveQuote(Mutations mutations, ChangeRecorder changes) {
        this.mutations = mutations;
        this.changes = changes;
    }

    Outcome<Quote> execute(Actor actor, ApproveQuoteInput input) {
        UUID quoteId = ObjectId.parse("input.quoteId", input.quoteId());
        return mutations.run(
                actor,
                new Mutation("approveQuote", input.idempotencyKey(), input),
                transaction -> QUOTES.lock(transaction, quoteId, input.expectedVersion())
                        .then(quote -> approve(transaction, actor, quote)),
                Quote::id,
                QUOTES::find);
    }

    private Outcome<Quote> approve(DSLContext transaction, Actor actor, Quote quote) {
        QuoteRevision revision = RevisionQueries.current(transaction, quote);
        return switch (revision.approval()) {
            case NOT_REQUIRED ->
                Outcome.refused(
                        ILLEGAL_TRANSITION, "quoteId", "Its discounts are within the limit: nothing to approve");
            case APPROVED -> Outcome.refused(ILLEGAL_TRANSITION, "quoteId", "Its discounts are approved already");
            case REQUIRED -> Outcome.done(approve(transaction, actor, quote, revision));
        };
    }

    private Quote approve(DSLContext transaction, Actor actor, Quote quote, QuoteRevision revision) {
        QuoteRevision agreed = StoreRevision.approve(transaction, actor, revision.id());
        Quote approved = QUOTES.update(transaction, quote, new ChangedColumns());
        List<QuoteLine> lines = RevisionQueries.lines(transaction, revision.id());
        changes.changed(
                transaction,
                actor,
                QuoteEvents.APPROVED,
                new QuoteState(quote, revision, lines),
                new QuoteState(approved, agreed, lines));
        return approved;
    }
}
