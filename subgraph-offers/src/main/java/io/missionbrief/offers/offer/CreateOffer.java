package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;
import static io.missionbrief.offers.jooq.Tables.QUOTE;
import static io.missionbrief.offers.offer.OfferQueries.OFFERS;
import static io.missionbrief.offers.quote.QuoteQueries.QUOTES;
import static io.missionbrief.subgraph.mutation.UserErrorCode.APPROVAL_REQUIRED;
import static io.missionbrief.subgraph.mutation.UserErrorCode.EXPIRED;

import io.missionbrief.offers.quote.CheckValidity;
import io.missionbrief.offers.quote.Quote;
import io.missionbrief.offers.quote.QuoteApproval;
import io.missionbrief.offers.quote.QuoteRevision;
import io.missionbrief.offers.quote.RevisionQueries;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Makes an offer from the revision of a quote that is in force. */
@Service
class CreateOffer {

    private static final int DEFAULT_DAYS = 14;
    private static final int LONGEST_TERMS = 20_000;

    private final Mutations mutations;
    private final CheckValidity validity;
    private final OfferEvents events;

    CreateOffer(Mutations mutations, CheckValidity validity, OfferEvents events) {
        this.mutations = mutations;
        this.validity = validity;
        this.events = events;
    }

    Outcome<Offer> execute(Actor actor, CreateOfferInput input) {
        UUID quoteId = ObjectId.parse("input.quoteId", input.quoteId());
        InputCheck check = new InputCheck().optionalText("terms", input.terms(), LONGEST_TERMS);
        return validity.check(check, actor, "expiresAt", input.expiresAt())
                .then(() -> mutations.run(
                        actor,
                        new Mutation("createOffer", input.idempotencyKey(), input),
                        transaction -> create(transaction, actor, quoteId, input),
                        Offer::id,
                        OFFERS::find));
    }

    /** The quote's row lock keeps its revision in force until the offer is made. */
    private Outcome<Offer> create(DSLContext transaction, Actor actor, UUID quoteId, CreateOfferInput input) {
        Quote quote = QUOTES.lock(transaction, QUOTE.ID.eq(quoteId));
        if (quote == null) {
            return Outcome.refused(UserError.notFound("quoteId", "quote"));
        }
        QuoteRevision revision = RevisionQueries.current(transaction, quote);
        OffsetDateTime now = DatabaseClock.read(transaction);
        if (!revision.validUntil().isAfter(now)) {
            return Outcome.refused(
                    EXPIRED, "quoteId", "The quote was valid until " + revision.validUntil() + ": revise it first");
        }
        if (revision.approval() == QuoteApproval.REQUIRED) {
            return Outcome.refused(
                    APPROVAL_REQUIRED,
                    "quoteId",
                    "A discount is above the workspace's limit: somebody with offers:approve has to call approveQuote");
        }
        return Outcome.done(store(transaction, actor, quote, revision, input, now));
    }

    private Offer store(
            DSLContext transaction,
            Actor actor,
            Quote quote,
            QuoteRevision revision,
            CreateOfferInput input,
            OffsetDateTime now) {
        Offer offer = transaction
                .insertInto(OFFER)
                .set(OFFER.REFERENCE, Reference.random().value())
                .set(OFFER.QUOTE_ID, quote.id())
                .set(OFFER.REVISION_ID, revision.id())
                .set(OFFER.LEAD_ID, quote.leadId())
                .set(OFFER.APPLICATION_ID, quote.applicationId())
                .set(OFFER.STATUS, OfferStatus.DRAFT.name())
                .set(OFFER.TERMS, Text.orNull(input.terms()))
                .set(OFFER.CURRENCY, revision.currency())
                .set(OFFER.SETUP_TOTAL, revision.totals().setupTotal().toMinor())
                .set(OFFER.RECURRING_TOTAL, revision.totals().recurringTotal().toMinor())
                .set(OFFER.EXPIRES_AT, input.expiresAt() == null ? now.plusDays(DEFAULT_DAYS) : input.expiresAt())
                .set(OFFER.CREATED_BY, actor.userId())
                .returning()
                .fetchSingle(Offer::of);
        return events.created(transaction, actor, offer);
    }
}
