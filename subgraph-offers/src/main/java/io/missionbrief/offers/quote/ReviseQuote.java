package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.subgraph.event.Change;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Prices all lines of a quote anew, as its next revision. */
@Service
class ReviseQuote {

    private final Mutations mutations;
    private final DraftRevision draftRevision;
    private final StoreRevision storeRevision;
    private final QuoteQueries queries;
    private final QuoteEvents events;

    ReviseQuote(
            Mutations mutations,
            DraftRevision draftRevision,
            StoreRevision storeRevision,
            QuoteQueries queries,
            QuoteEvents events) {
        this.mutations = mutations;
        this.draftRevision = draftRevision;
        this.storeRevision = storeRevision;
        this.queries = queries;
        this.events = events;
    }

    /** Plans is asked before the transaction begins, so that none waits for another process. */
    Outcome<Quote> execute(Actor actor, ReviseQuoteInput input) {
        UUID quoteId = ObjectId.parse("input.quoteId", input.quoteId());
        Outcome<RevisionDraft> draft =
                draftRevision.execute(actor.requireWorkspace(), input.lines(), input.validUntil(), input.note());
        return mutations.run(
                actor,
                new Mutation("reviseQuote", input.idempotencyKey(), input),
                transaction -> LockQuote.execute(transaction, queries, quoteId, input.expectedVersion())
                        .then(quote -> draft.map(priced -> revise(transaction, actor, quote, priced))),
                Quote::id,
                queries::find);
    }

    private Quote revise(DSLContext transaction, Actor actor, Quote quote, RevisionDraft draft) {
        int number = quote.currentRevisionNumber() + 1;
        storeRevision.execute(transaction, actor, quote.id(), number, draft);
        Quote revised = transaction
                .update(QUOTE)
                .set(QUOTE.CURRENT_REVISION, number)
                .set(QUOTE.VERSION, QUOTE.VERSION.plus(1))
                .set(QUOTE.UPDATED_AT, DatabaseClock.NOW)
                .where(QUOTE.ID.eq(quote.id()))
                .returning()
                .fetchSingle(QuoteQueries::quote);
        Change change = new Change(quote.currentRevisionNumber(), number);
        events.append(transaction, actor, QuoteEvents.REVISED, revised, Map.of("currentRevision", change));
        return revised;
    }
}
