package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;

import io.missionbrief.offers.jooq.tables.records.OfferRecord;
import io.missionbrief.subgraph.graphql.RowsById;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads offers. */
@Component
class OfferQueries {

    /** The offer; null when the caller sees none with this id. */
    @Nullable
    Offer find(DSLContext database, UUID id) {
        return database.selectFrom(OFFER).where(OFFER.ID.eq(id)).fetchOne(OfferQueries::offer);
    }

    /** The same, locked against other writers until the end of the transaction. */
    @Nullable
    Offer findForUpdate(DSLContext transaction, UUID id) {
        return transaction.selectFrom(OFFER).where(OFFER.ID.eq(id)).forUpdate().fetchOne(OfferQueries::offer);
    }

    Map<UUID, Offer> findAll(DSLContext database, Collection<UUID> ids) {
        return RowsById.fetch(database, OFFER, OFFER.ID, ids, OfferQueries::offer);
    }

    static Offer offer(OfferRecord row) {
        return new Offer(
                row.getId(),
                row.getReference(),
                row.getQuoteId(),
                row.getRevisionId(),
                row.getLeadId(),
                row.getApplicationId(),
                OfferStatus.valueOf(row.getStatus()),
                row.getTerms(),
                row.getCurrency(),
                row.getSetupTotal(),
                row.getRecurringTotal(),
                row.getExpiresAt(),
                row.getSentAt(),
                row.getViewedAt(),
                row.getDecidedAt(),
                row.getStatusReason(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                null);
    }
}
