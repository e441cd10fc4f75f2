package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a quote. Each event holds it with its revision in force and the lines. */
final class QuoteEvents {

    /** It was made. */
    static final EventType CREATED = new EventType("Quote.Created");

    /** It was priced anew. */
    static final EventType REVISED = new EventType("Quote.Revised");

    /** Somebody agreed to its discounts. */
    static final EventType APPROVED = new EventType("Quote.Approved");

    private QuoteEvents() {}
}
