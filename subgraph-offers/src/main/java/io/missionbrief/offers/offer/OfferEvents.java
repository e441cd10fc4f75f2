package io.missionbrief.offers.offer;

import io.missionbrief.offers.quote.QuoteLine;
import io.missionbrief.offers.quote.RevisionQueries;
import io.missionbrief.subgraph.event.Change;
import io.missionbrief.subgraph.event.Event;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of offers: each event holds the whole offer with its lines, so that a reader needs nothing else. */
@Component
class OfferEvents {

    static final String CREATED = "Offer.Created";
    static final String STATUS_CHANGE = "Offer.StatusChange";

    private static final TypeReference<Map<String, @Nullable Object>> STATE = new TypeReference<>() {};

    private final EventLog log;
    private final RevisionQueries revisions;
    private final JsonMapper json;

    OfferEvents(EventLog log, RevisionQueries revisions, JsonMapper json) {
        this.log = log;
        this.revisions = revisions;
        this.json = json;
    }

    /** Tells that the offer went from one status to another; from none when it was made. */
    void append(DSLContext transaction, Actor actor, @Nullable OfferStatus before, Offer offer) {
        List<QuoteLine> lines = revisions.lines(transaction, offer.revisionId());
        log.append(
                transaction,
                actor,
                new NewEvent(
                        before == null ? CREATED : STATUS_CHANGE,
                        "Offer",
                        offer.id(),
                        offer.version(),
                        json.convertValue(offer.withLines(lines), STATE),
                        Map.of("status", new Change(before, offer.status())),
                        null));
    }

    /** The step that an event tells of. */
    OfferStatusChange read(Event event) {
        JsonNode status = event.changes().path("status");
        Offer offer = json.treeToValue(event.state(), Offer.class);
        return new OfferStatusChange(
                event.cursor().encoded(),
                OfferStatus.valueOf(status.path("after").asString()),
                status.path("before").isNull()
                        ? null
                        : OfferStatus.valueOf(status.path("before").asString()),
                event.objectVersion(),
                event.occurredAt(),
                offer);
    }
}
