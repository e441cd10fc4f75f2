package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;
import static io.missionbrief.offers.quote.QuoteQueries.QUOTES;

import io.missionbrief.offers.lead.AskLeads;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Prices lines for a lead and keeps them as the first revision of a new quote. */
@Service
class CreateQuote {

    private final Mutations mutations;
    private final AskLeads leads;
    private final DraftRevision draftRevision;
    private final ChangeRecorder changes;

    CreateQuote(Mutations mutations, AskLeads leads, DraftRevision draftRevision, ChangeRecorder changes) {
        this.mutations = mutations;
        this.leads = leads;
        this.draftRevision = draftRevision;
        this.changes = changes;
    }

    /** Leads and plans are asked before the transaction begins, so that none waits for another process. */
    Outcome<Quote> execute(Actor actor, CreateQuoteInput input) {
        UUID leadId = ObjectId.parse("input.leadId", input.leadId());
        UUID applicationId = ObjectId.parseOptional("input.applicationId", input.applicationId());
        return draftRevision.check(actor, input.revision()).then(() -> {
            Outcome<RevisionDraft> draft = leads.confirm(actor.requireWorkspace(), leadId, applicationId)
                    .then(_ -> draftRevision.execute(actor, input.revision()));
            return mutations.run(
                    actor,
                    new Mutation("createQuote", input.idempotencyKey(), input),
                    transaction -> draft.map(priced -> create(transaction, actor, leadId, applicationId, priced)),
                    Quote::id,
                    QUOTES::find);
        });
    }

    private Quote create(
            DSLContext transaction, Actor actor, UUID leadId, @Nullable UUID applicationId, RevisionDraft draft) {
        Quote quote = transaction
                .insertInto(QUOTE)
                .set(QUOTE.REFERENCE, Reference.random().value())
                .set(QUOTE.LEAD_ID, leadId)
                .set(QUOTE.APPLICATION_ID, applicationId)
                .set(QUOTE.CREATED_BY, actor.userId())
                .returning()
                .fetchSingle(Quote::of);
        QuoteRevision revision =
                StoreRevision.execute(transaction, actor, quote.id(), quote.currentRevisionNumber(), draft);
        changes.created(transaction, actor, QuoteEvents.CREATED, new QuoteState(quote, revision, draft.lines()));
        return quote;
    }
}
