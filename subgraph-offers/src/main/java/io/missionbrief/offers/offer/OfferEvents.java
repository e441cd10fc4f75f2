package io.missionbrief.offers.offer;

import io.missionbrief.offers.quote.QuoteLine;
import io.missionbrief.offers.quote.RevisionQueries;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What can happen to an offer, and how it is told: with its lines, so that a reader of the event needs nothing else. */
@Component
class OfferEvents {

    /** It was made, as a DRAFT. */
    static final EventType CREATED = new EventType("Offer.Created");

    /** It took a step. */
    static final EventType STATUS_CHANGE = new EventType("Offer.StatusChange");

    private final ChangeRecorder changes;

    OfferEvents(ChangeRecorder changes) {
        this.changes = changes;
    }

    /** Records a new offer, and gives it back for the caller to go on with. */
    Offer created(DSLContext transaction, Actor actor, Offer offer) {
        changes.created(transaction, actor, CREATED, new OfferState(offer, lines(transaction, offer)));
        return offer;
    }

    /** Records a step, and gives the offer after it back for the caller to go on with. */
    Offer moved(DSLContext transaction, Actor actor, Offer before, Offer after) {
        List<QuoteLine> lines = lines(transaction, after);
        changes.changed(transaction, actor, STATUS_CHANGE, new OfferState(before, lines), new OfferState(after, lines));
        return after;
    }

    private static List<QuoteLine> lines(DSLContext transaction, Offer offer) {
        return RevisionQueries.lines(transaction, offer.revisionId());
    }
}
