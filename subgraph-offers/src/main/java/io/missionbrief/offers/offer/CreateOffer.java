package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;
import static io.missionbrief.subgraph.mutation.UserErrorCode.APPROVAL_REQUIRED;
import static io.missionbrief.subgraph.mutation.UserErrorCode.EXPIRED;
import static io.missionbrief.subgraph.mutation.UserErrorCode.INVALID_VALUE;

import io.missionbrief.offers.quote.Quote;
import io.missionbrief.offers.quote.QuoteApproval;
import io.missionbrief.offers.quote.QuoteQueries;
import io.missionbrief.offers.quote.QuoteRevision;
import io.missionbrief.offers.quote.RevisionQueries;
import io.missionbrief.subgraph.graphql.ObjectId;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes an offer from the revision of a quote that is in force. */
@Service
class CreateOffer {

    private static final int DEFAULT_DAYS = 14;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_TERMS = 20_000;

    private final Mutations mutations;
    private final QuoteQueries quotes;
    private final RevisionQueries revisions;
    private final OfferQueries queries;
    private final OfferEvents events;

    CreateOffer(
            Mutations mutations,
            QuoteQueries quotes,
            RevisionQueries revisions,
            OfferQueries queries,
            OfferEvents events) {
        this.mutations = mutations;
        this.quotes = quotes;
        this.revisions = revisions;
        this.queries = queries;
        this.events = events;
    }

    Outcome<Offer> execute(Actor actor, CreateOfferInput input) {
        UUID quoteId = ObjectId.parse("input.quoteId", input.quoteId());
        return mutations.run(
                actor,
                new Mutation("createOffer", input.idempotencyKey(), input),
                transaction -> create(transaction, actor, quoteId, input),
                Offer::id,
                queries::find);
    }

    /** The quote's row lock keeps its revision in force until the offer is made. */
    private Outcome<Offer> create(DSLContext transaction, Actor actor, UUID quoteId, CreateOfferInput input) {
        @Nullable Quote quote = quotes.findForUpdate(transaction, quoteId);
        if (quote == null) {
            return Outcome.refused(UserError.notFound("quoteId", "quote"));
        }
        QuoteRevision revision = revisions.current(transaction, quote);
        OffsetDateTime now = DatabaseClock.read(transaction);
        @Nullable UserError refusal = refusal(revision, input, now);
        return refusal == null
                ? Outcome.done(store(transaction, actor, quote, revision, input, now))
                : Outcome.refused(refusal);
    }

    private static @Nullable UserError refusal(QuoteRevision revision, CreateOfferInput input, OffsetDateTime now) {
        if (!revision.validUntil().isAfter(now)) {
            return UserError.of(
                    EXPIRED, "quoteId", "The quote was valid until " + revision.validUntil() + ": revise it first");
        }
        if (revision.approval() == QuoteApproval.REQUIRED) {
            return UserError.of(
                    APPROVAL_REQUIRED,
                    "quoteId",
                    "A discount is above the workspace's limit: somebody with offers:approve has to call approveQuote");
        }
        if (input.terms() != null && input.terms().length() > LONGEST_TERMS) {
            return UserError.of(INVALID_VALUE, "terms", "Terms have at most " + LONGEST_TERMS + " characters");
        }
        OffsetDateTime expiresAt = expiresAt(input, now);
        boolean isInRange = expiresAt.isAfter(now) && !expiresAt.isAfter(now.plusDays(MOST_DAYS));
        return isInRange
                ? null
                : UserError.of(INVALID_VALUE, "expiresAt", "Give a time from now on, at most a year ahead");
    }

    private static OffsetDateTime expiresAt(CreateOfferInput input, OffsetDateTime now) {
        return input.expiresAt() == null ? now.plusDays(DEFAULT_DAYS) : input.expiresAt();
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
                .set(OFFER.TERMS, input.terms())
                .set(OFFER.CURRENCY, revision.currency())
                .set(OFFER.SETUP_TOTAL, revision.totals().setupTotal().toMinor())
                .set(OFFER.RECURRING_TOTAL, revision.totals().recurringTotal().toMinor())
                .set(OFFER.EXPIRES_AT, expiresAt(input, now))
                .set(OFFER.CREATED_BY, actor.userId())
                .returning()
                .fetchSingle(OfferQueries::offer);
        events.append(transaction, actor, null, offer);
        return offer;
    }
}
