package io.missionbrief.offers.offer;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.event.Event;
import io.missionbrief.subgraph.event.EventFeed;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Offers, live. */
@Controller
class OfferSubscriptions {

    private final EventFeed feed;

    OfferSubscriptions(EventFeed feed) {
        this.feed = feed;
    }

    @SubscriptionMapping
    Flux<OfferStatusChange> offerStatusChanged(
            @Argument @Nullable String offerId, @Argument @Nullable String leadId, Actor actor) {
        UUID offer = ObjectId.parseOptional("offerId", offerId);
        UUID lead = ObjectId.parseOptional("leadId", leadId);
        if (offer == null && lead == null) {
            throw new RequestException(
                    ErrorCode.BAD_USER_INPUT, "Say which offers to watch: give 'offerId', 'leadId' or both");
        }
        return feed.of(actor, OfferEvents.STATUS_CHANGE)
                .filter(event -> offer == null || event.objectId().equals(offer))
                .filter(event -> lead == null || isTo(lead, event))
                .map(OfferStatusChange::of);
    }

    private static boolean isTo(UUID lead, Event event) {
        return lead.toString().equals(event.state().path("leadId").asString());
    }
}
