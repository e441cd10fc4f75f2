package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;

import io.missionbrief.offers.jooq.tables.records.OfferRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;
import org.jspecify.annotations.Nullable;

/** An order of offers. */
record OfferSort(Field field, SortDirection direction) {

    /** What offers can be sorted by. */
    enum Field {
        CREATED_AT
    }

    static final Keyset<OfferRecord> NEWEST_FIRST = new OfferSort(Field.CREATED_AT, SortDirection.DESC).keyset();

    static Keyset<OfferRecord> keyset(@Nullable OfferSort sort) {
        return sort == null ? NEWEST_FIRST : sort.keyset();
    }

    private Keyset<OfferRecord> keyset() {
        return switch (field) {
            case CREATED_AT -> Keyset.of(OFFER, direction.of(OFFER.CREATED_AT), direction.of(OFFER.ID));
        };
    }
}
