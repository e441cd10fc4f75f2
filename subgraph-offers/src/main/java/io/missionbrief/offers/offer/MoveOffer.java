package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;
import static io.missionbrief.subgraph.mutation.UserErrorCode.EXPIRED;
import static io.missionbrief.subgraph.mutation.UserErrorCode.ILLEGAL_TRANSITION;
import static io.missionbrief.subgraph.mutation.UserErrorCode.INVALID_VALUE;

import io.missionbrief.offers.jooq.tables.records.OfferRecord;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Moves an offer to its next status: one step, of one writer, at a time that the step allows. */
@Service
class MoveOffer {

    private static final int LONGEST_REASON = 2_000;

    private final Mutations mutations;
    private final OfferQueries queries;
    private final OfferEvents events;

    MoveOffer(Mutations mutations, OfferQueries queries, OfferEvents events) {
        this.mutations = mutations;
        this.queries = queries;
        this.events = events;
    }

    /**
     * Moves the offer.
     *
     * @param field the mutation's name in the schema
     */
    Outcome<Offer> execute(Actor actor, String field, OfferStatus target, OfferStepInput input) {
        UUID offerId = ObjectId.parse("input.offerId", input.offerId());
        return mutations.run(
                actor,
                new Mutation(field, input.idempotencyKey(), input),
                transaction -> lock(transaction, offerId, input)
                        .then(offer -> move(transaction, actor, offer, target, input.reason())),
                Offer::id,
                queries::find);
    }

    private Outcome<Offer> lock(DSLContext transaction, UUID offerId, OfferStepInput input) {
        @Nullable Offer offer = queries.findForUpdate(transaction, offerId);
        if (offer == null) {
            return Outcome.refused(UserError.notFound("offerId", "offer"));
        }
        return offer.version() == input.expectedVersion()
                ? Outcome.done(offer)
                : Outcome.refused(UserError.staleVersion(input.expectedVersion(), offer.version()));
    }

    /** The clock is read after the row lock: a step that waited for it past the deadline comes too late. */
    private Outcome<Offer> move(
            DSLContext transaction, Actor actor, Offer offer, OfferStatus target, @Nullable String reason) {
        if (offer.status() == OfferStatus.VIEWED && target == OfferStatus.VIEWED) {
            return Outcome.done(offer);
        }
        OffsetDateTime now = DatabaseClock.read(transaction);
        @Nullable UserError refusal = refusal(offer, target, reason, now);
        return refusal == null
                ? Outcome.done(store(transaction, actor, offer, target, reason, now))
                : Outcome.refused(refusal);
    }

    private static @Nullable UserError refusal(
            Offer offer, OfferStatus target, @Nullable String reason, OffsetDateTime now) {
        if (!offer.status().next().contains(target)) {
            return UserError.of(ILLEGAL_TRANSITION, "offerId", illegal(offer.status(), target));
        }
        if (target.needsValidity() && !offer.expiresAt().isAfter(now)) {
            return UserError.of(
                    EXPIRED,
                    "offerId",
                    "The offer expired at " + offer.expiresAt() + ": make a new one from its quote");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            return UserError.of(INVALID_VALUE, "reason", "A reason has at most " + LONGEST_REASON + " characters");
        }
        return null;
    }

    private static String illegal(OfferStatus status, OfferStatus target) {
        if (status.next().isEmpty()) {
            return "An offer that is " + status + " stays so; it cannot become " + target;
        }
        String legal = status.next().stream().map(Enum::name).collect(Collectors.joining(", "));
        return "An offer that is " + status + " cannot become " + target + ", only " + legal;
    }

    private Offer store(
            DSLContext transaction,
            Actor actor,
            Offer offer,
            OfferStatus target,
            @Nullable String reason,
            OffsetDateTime now) {
        OfferRecord change = new OfferRecord();
        change.setStatus(target.name());
        change.setVersion(offer.version() + 1);
        change.setUpdatedAt(now);
        switch (target) {
            case SENT -> change.setSentAt(now);
            case VIEWED -> change.setViewedAt(now);
            case ACCEPTED, DECLINED -> change.setDecidedAt(now);
            case DRAFT, EXPIRED, WITHDRAWN -> {}
        }
        if (reason != null) {
            change.setStatusReason(reason);
        }
        Offer moved = transaction
                .update(OFFER)
                .set(change)
                .where(OFFER.ID.eq(offer.id()))
                .returning()
                .fetchSingle(OfferQueries::offer);
        events.append(transaction, actor, offer.status(), moved);
        return moved;
    }
}
