package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.offers.lead.AskLeads;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.Map;
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
    private final StoreRevision storeRevision;
    private final QuoteQueries queries;
    private final QuoteEvents events;

    CreateQuote(
            Mutations mutations,
            AskLeads leads,
            DraftRevision draftRevision,
            StoreRevision storeRevision,
            QuoteQueries queries,
            QuoteEvents events) {
        this.mutations = mutations;
        this.leads = leads;
        this.draftRevision = draftRevision;
        this.storeRevision = storeRevision;
        this.queries = queries;
        this.events = events;
    }

    /** Leads and plans are asked before the transaction begins, so that none waits for another process. */
    Outcome<Quote> execute(Actor actor, CreateQuoteInput input) {
        WorkspaceId workspace = actor.requireWorkspace();
        UUID leadId = ObjectId.parse("input.leadId", input.leadId());
        @Nullable UUID applicationId = ObjectId.parseOptional("input.applicationId", input.applicationId());
        Outcome<RevisionDraft> draft = leads.confirm(workspace, leadId, applicationId)
                .then(_ -> draftRevision.execute(workspace, input.lines(), input.validUntil(), input.note()));
        return mutations.run(
                actor,
                new Mutation("createQuote", input.idempotencyKey(), input),
                transaction -> draft.map(priced -> create(transaction, actor, leadId, applicationId, priced)),
                Quote::id,
                queries::find);
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
                .fetchSingle(QuoteQueries::quote);
        storeRevision.execute(transaction, actor, quote.id(), quote.currentRevisionNumber(), draft);
        events.append(transaction, actor, QuoteEvents.CREATED, quote, Map.of());
        return quote;
    }
}
