package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.offers.jooq.tables.records.QuoteRecord;
import io.missionbrief.subgraph.graphql.RowsById;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads quotes. */
@Component
public class QuoteQueries {

    /** The quote; null when the caller sees none with this id. */
    public @Nullable Quote find(DSLContext database, UUID id) {
        return database.selectFrom(QUOTE).where(QUOTE.ID.eq(id)).fetchOne(QuoteQueries::quote);
    }

    /** The same, locked against other writers until the end of the transaction. */
    public @Nullable Quote findForUpdate(DSLContext transaction, UUID id) {
        return transaction.selectFrom(QUOTE).where(QUOTE.ID.eq(id)).forUpdate().fetchOne(QuoteQueries::quote);
    }

    Map<UUID, Quote> findAll(DSLContext database, Collection<UUID> ids) {
        return RowsById.fetch(database, QUOTE, QUOTE.ID, ids, QuoteQueries::quote);
    }

    static Quote quote(QuoteRecord row) {
        return new Quote(
                row.getId(),
                row.getReference(),
                row.getLeadId(),
                row.getApplicationId(),
                row.getCurrentRevision(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
