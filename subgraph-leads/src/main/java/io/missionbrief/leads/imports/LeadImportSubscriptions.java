package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.event.EventFeed;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Imports, live. */
@Controller
class LeadImportSubscriptions {

    private final EventFeed feed;
    private final LeadImportQueries imports;

    LeadImportSubscriptions(EventFeed feed, LeadImportQueries imports) {
        this.feed = feed;
        this.imports = imports;
    }

    @SubscriptionMapping
    Flux<LeadImportProgress> leadImportProgressed(@Argument String importId, Actor actor) {
        UUID id = ObjectId.parse("importId", importId);
        return feed.of(actor, LeadImportEvents.steps())
                .filter(event -> event.objectId().equals(id))
                .map(LeadImportProgress::new);
    }

    @SchemaMapping(typeName = "LeadImportProgress")
    LeadImport leadImport(LeadImportProgress step, Actor actor) {
        return imports.told(actor, step.event());
    }

    /** Most steps have none, and cost nothing. */
    @SchemaMapping(typeName = "LeadImportProgress")
    @Nullable
    LeadImportFailure failure(LeadImportProgress step, Actor actor) {
        return step.status() == LeadImportStatus.FAILED
                ? leadImport(step, actor).failure()
                : null;
    }
}
