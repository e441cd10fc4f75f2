package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.offers.jooq.tables.records.QuoteRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.RowsById;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads quotes. */
public final class QuoteQueries {

    public static final VersionedTable<QuoteRecord, Quote> QUOTES = new VersionedTable<>(QUOTE, "quote", Quote::of);

    private QuoteQueries() {}

    /** The quotes with these ids that the caller sees, by one statement. */
    static Map<UUID, Quote> byIds(DSLContext database, Collection<UUID> ids) {
        return RowsById.fetch(database, QUOTE, QUOTE.ID, ids, Quote::of);
    }
}
