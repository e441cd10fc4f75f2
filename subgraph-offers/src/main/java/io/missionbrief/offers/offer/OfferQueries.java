package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;

import io.missionbrief.offers.jooq.tables.records.OfferRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.RowsById;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads offers. */
final class OfferQueries {

    static final VersionedTable<OfferRecord, Offer> OFFERS = new VersionedTable<>(OFFER, "offer", Offer::of);

    private OfferQueries() {}

    /** The offers with these ids that the caller sees, by one statement. */
    static Map<UUID, Offer> byIds(DSLContext database, Collection<UUID> ids) {
        return RowsById.fetch(database, OFFER, OFFER.ID, ids, Offer::of);
    }
}
