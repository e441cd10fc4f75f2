package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;
import static io.missionbrief.offers.jooq.Tables.QUOTE_REVISION;
import static io.missionbrief.subgraph.mutation.UserErrorCode.ILLEGAL_TRANSITION;

import io.missionbrief.subgraph.event.Change;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Agrees to the discounts of a quote's revision in force. */
@Service
class ApproveQuote {

    private final Mutations mutations;
    private final QuoteQueries queries;
    private final RevisionQueries revisions;
    private final QuoteEvents events;

    ApproveQuote(Mutations mutations, QuoteQueries queries, RevisionQueries revisions, QuoteEvents events) {
        this.mutations = mutations;
        this.queries = queries;
        this.revisions = revisions;
        this.events = events;
    }

    Outcome<Quote> execute(Actor actor, ApproveQuoteInput input) {
        UUID quoteId = ObjectId.parse("input.quoteId", input.quoteId());
        return mutations.run(
                actor,
                new Mutation("approveQuote", input.idempotencyKey(), input),
                transaction -> LockQuote.execute(transaction, queries, quoteId, input.expectedVersion())
                        .then(quote -> approve(transaction, actor, quote)),
                Quote::id,
                queries::find);
    }

    private Outcome<Quote> approve(DSLContext transaction, Actor actor, Quote quote) {
        QuoteRevision revision = revisions.current(transaction, quote);
        return switch (revision.approval()) {
            case NOT_REQUIRED ->
                Outcome.refused(
                        ILLEGAL_TRANSITION, "quoteId", "Its discounts are within the limit: nothing to approve");
            case APPROVED -> Outcome.refused(ILLEGAL_TRANSITION, "quoteId", "Its discounts are approved already");
            case REQUIRED -> Outcome.done(approve(transaction, actor, quote, revision));
        };
    }

    private Quote approve(DSLContext transaction, Actor actor, Quote quote, QuoteRevision revision) {
        OffsetDateTime now = DatabaseClock.read(transaction);
        transaction
                .update(QUOTE_REVISION)
                .set(QUOTE_REVISION.APPROVAL, QuoteApproval.APPROVED.name())
                .set(QUOTE_REVISION.APPROVED_BY, actor.userId())
                .set(QUOTE_REVISION.APPROVED_AT, now)
                .where(QUOTE_REVISION.ID.eq(revision.id()))
                .execute();
        Quote approved = transaction
                .update(QUOTE)
                .set(QUOTE.VERSION, QUOTE.VERSION.plus(1))
                .set(QUOTE.UPDATED_AT, now)
                .where(QUOTE.ID.eq(quote.id()))
                .returning()
                .fetchSingle(QuoteQueries::quote);
        Change change = new Change(QuoteApproval.REQUIRED, QuoteApproval.APPROVED);
        events.append(transaction, actor, QuoteEvents.APPROVED, approved, Map.of("approval", change));
        return approved;
    }
}
