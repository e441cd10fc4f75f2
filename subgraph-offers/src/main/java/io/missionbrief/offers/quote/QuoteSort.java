package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.offers.jooq.tables.records.QuoteRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;
import org.jspecify.annotations.Nullable;

/** An order of quotes. */
record QuoteSort(Field field, SortDirection direction) {

    /** What quotes can be sorted by. */
    enum Field {
        CREATED_AT
    }

    static final Keyset<QuoteRecord> NEWEST_FIRST = new QuoteSort(Field.CREATED_AT, SortDirection.DESC).keyset();

    static Keyset<QuoteRecord> keyset(@Nullable QuoteSort sort) {
        return sort == null ? NEWEST_FIRST : sort.keyset();
    }

    private Keyset<QuoteRecord> keyset() {
        return switch (field) {
            case CREATED_AT -> Keyset.of(QUOTE, direction.of(QUOTE.CREATED_AT), direction.of(QUOTE.ID));
        };
    }
}
