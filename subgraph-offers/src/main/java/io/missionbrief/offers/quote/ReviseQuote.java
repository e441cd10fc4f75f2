package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;
import static io.missionbrief.offers.quote.QuoteQueries.QUOTES;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Prices all lines of a quote anew, as its next revision. */
@Service
class ReviseQuote {

    private final Mutations mutations;
    private final DraftRevision draftRevision;
    private final ChangeRecorder changes;

    ReviseQuote(Mutations mutations, DraftRevision draftRevision, ChangeRecorder changes) {
        this.mutations = mutations;
        this.draftRevision = draftRevision;
        this.changes = changes;
    }

    /** Plans is asked before the transaction begins, so that none waits for another process. */
    Outcome<Quote> execute(Actor actor, ReviseQuoteInput input) {
        UUID quoteId = ObjectId.parse("input.quoteId", input.quoteId());
        return draftRevision.check(actor, input.revision()).then(() -> {
            Outcome<RevisionDraft> draft = draftRevision.execute(actor, input.revision());
            return mutations.run(
                    actor,
                    new Mutation("reviseQuote", input.idempotencyKey(), input),
                    transaction -> QUOTES.lock(transaction, quoteId, input.expectedVersion())
                            .then(quote -> draft.map(priced -> revise(transaction, actor, quote, priced))),
                    Quote::id,
                    QUOTES::find);
        });
    }

    private Quote revise(DSLContext transaction, Actor actor, Quote quote, RevisionDraft draft) {
        QuoteRevision former = RevisionQueries.current(transaction, quote);
        int number = former.number() + 1;
        QuoteRevision revision = StoreRevision.execute(transaction, actor, quote.id(), number, draft);
        Quote revised = QUOTES.update(transaction, quote, new ChangedColumns().set(QUOTE.CURRENT_REVISION, number));
        changes.changed(
                transaction,
                actor,
                QuoteEvents.REVISED,
                new QuoteState(quote, former, RevisionQueries.lines(transaction, former.id())),
                new QuoteState(revised, revision, draft.lines()));
        return revised;
    }
}
