package io.missionbrief.offers.offer;

import io.missionbrief.offers.quote.QuoteLine;
import io.missionbrief.subgraph.event.Event;
import java.util.List;

/**
 * What an event tells of an offer beside its row.
 *
 * @param event with the texts, which are sealed
 * @param lines of its revision, in their order
 */
record ToldOffer(Event event, List<QuoteLine> lines) {}
