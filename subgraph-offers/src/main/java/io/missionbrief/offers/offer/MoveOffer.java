package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;
import static io.missionbrief.offers.offer.OfferQueries.OFFERS;
import static io.missionbrief.subgraph.mutation.UserErrorCode.EXPIRED;
import static io.missionbrief.subgraph.mutation.UserErrorCode.ILLEGAL_TRANSITION;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Moves an offer to its next status: one step, of one writer, at a time that the step allows. */
@Service
class MoveOffer {

    private static final int LONGEST_REASON = 2_000;

    private final ChangeVersioned change;
    private final OfferEvents events;

    MoveOffer(ChangeVersioned change, OfferEvents events) {
        this.change = change;
        this.events = events;
    }

    /**
     * Moves the offer. The clock is read after the row lock: a step that waited for it past the deadline comes too late.
     *
     * @param field the mutation's name in the schema
     */
    Outcome<Offer> execute(Actor actor, String field, OfferStatus target, OfferStepInput input) {
        return new InputCheck()
                .optionalText("reason", input.reason(), LONGEST_REASON)
                .then(() -> change.execute(
                        actor,
                        new Mutation(field, input.idempotencyKey(), input),
                        OFFERS,
                        input.seen(),
                        (transaction, offer) -> step(offer, target, input, DatabaseClock.read(transaction)),
                        (transaction, before, after) -> events.moved(transaction, actor, before, after)));
    }

    private static Outcome<ChangedColumns> step(
            Offer offer, OfferStatus target, OfferStepInput input, OffsetDateTime now) {
        if (offer.status() == OfferStatus.VIEWED && target == OfferStatus.VIEWED) {
            return Outcome.done(new ChangedColumns());
        }
        if (!offer.status().next().contains(target)) {
            return Outcome.refused(ILLEGAL_TRANSITION, "offerId", illegal(offer.status(), target));
        }
        if (target.needsValidity() && !offer.expiresAt().isAfter(now)) {
            return Outcome.refused(
                    EXPIRED,
                    "offerId",
                    "The offer expired at " + offer.expiresAt() + ": make a new one from its quote");
        }
        return Outcome.done(columns(target, now)
                .set(OFFER.STATUS, target.name())
                .set(OFFER.STATUS_REASON, Text.orNull(input.reason())));
    }

    private static ChangedColumns columns(OfferStatus target, OffsetDateTime now) {
        ChangedColumns columns = new ChangedColumns();
        return switch (target) {
            case SENT -> columns.set(OFFER.SENT_AT, now);
            case VIEWED -> columns.set(OFFER.VIEWED_AT, now);
            case ACCEPTED, DECLINED -> columns.set(OFFER.DECIDED_AT, now);
            case DRAFT, EXPIRED, WITHDRAWN -> columns;
        };
    }

    private static String illegal(OfferStatus status, OfferStatus target) {
        if (status.next().isEmpty()) {
            return "An offer that is " + status + " stays so; it cannot become " + target;
        }
        String legal = status.next().stream().map(Enum::name).collect(Collectors.joining(", "));
        return "An offer that is " + status + " cannot become " + target + ", only " + legal;
    }
}
