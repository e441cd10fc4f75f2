package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.event.EventFeed;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Imports, live. */
@Controller
class LeadImportSubscriptions {

    private final EventFeed feed;

    LeadImportSubscriptions(EventFeed feed) {
        this.feed = feed;
    }

    @SubscriptionMapping
    Flux<LeadImportProgress> leadImportProgressed(@Argument String importId, Actor actor) {
        UUID id = ObjectId.parse("importId", importId);
        return feed.of(actor, LeadImportEvents.steps())
                .filter(event -> event.objectId().equals(id))
                .map(LeadImportProgress::of);
    }
}
