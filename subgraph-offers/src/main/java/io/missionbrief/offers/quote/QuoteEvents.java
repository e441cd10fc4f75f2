package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.event.Change;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.security.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of quotes. */
@Component
class QuoteEvents {

    static final String CREATED = "Quote.Created";
    static final String REVISED = "Quote.Revised";
    static final String APPROVED = "Quote.Approved";

    private final EventLog log;
    private final RevisionQueries revisions;

    QuoteEvents(EventLog log, RevisionQueries revisions) {
        this.log = log;
        this.revisions = revisions;
    }

    /** Appends an event with the quote's whole state: its head and its revision in force, with the lines. */
    void append(DSLContext transaction, Actor actor, String type, Quote quote, Map<String, Change> changes) {
        QuoteRevision revision = revisions.current(transaction, quote);
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", quote.id());
        state.put("reference", quote.reference());
        state.put("leadId", quote.leadId());
        state.put("applicationId", quote.applicationId());
        state.put("currentRevision", quote.currentRevisionNumber());
        state.put("currency", revision.currency());
        state.put("validUntil", revision.validUntil());
        state.put("note", revision.note());
        state.put("totals", revision.totals());
        state.put("approval", revision.approval());
        state.put("lines", revisions.lines(transaction, revision.id()));
        state.put("version", quote.version());
        state.put("createdAt", quote.createdAt());
        state.put("updatedAt", quote.updatedAt());
        log.append(transaction, actor, new NewEvent(type, "Quote", quote.id(), quote.version(), state, changes, null));
    }
}
