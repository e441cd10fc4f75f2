package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;
import static io.missionbrief.offers.jooq.Tables.QUOTE_LINE;
import static io.missionbrief.offers.jooq.Tables.QUOTE_REVISION;

import io.missionbrief.offers.jooq.tables.records.QuoteLineRecord;
import io.missionbrief.offers.jooq.tables.records.QuoteRecord;
import io.missionbrief.offers.jooq.tables.records.QuoteRevisionRecord;
import io.missionbrief.subgraph.graphql.RowsById;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads quotes, revisions and lines. */
@Component
public class QuoteQueries {

    private final JsonMapper json;

    QuoteQueries(JsonMapper json) {
        this.json = json;
    }

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

    /** The revision in force of a quote that is there. */
    public QuoteRevision currentRevision(DSLContext database, UUID quoteId) {
        return database.selectFrom(QUOTE_REVISION)
                .where(QUOTE_REVISION.QUOTE_ID.eq(quoteId))
                .orderBy(QUOTE_REVISION.NUMBER.desc())
                .limit(1)
                .fetchSingle(QuoteQueries::revision);
    }

    /** All revisions of each quote, the newest first. */
    Map<UUID, List<QuoteRevision>> revisions(DSLContext database, Collection<UUID> quoteIds) {
        return database.selectFrom(QUOTE_REVISION)
                .where(QUOTE_REVISION.QUOTE_ID.in(quoteIds))
                .orderBy(QUOTE_REVISION.NUMBER.desc())
                .fetchGroups(QUOTE_REVISION.QUOTE_ID, QuoteQueries::revision);
    }

    /** The lines of a revision, in their order. */
    public List<QuoteLine> lines(DSLContext database, UUID revisionId) {
        return lines(database, List.of(revisionId)).getOrDefault(revisionId, List.of());
    }

    /** The lines of each revision, in their order. */
    public Map<UUID, List<QuoteLine>> lines(DSLContext database, Collection<UUID> revisionIds) {
        return database.select(QUOTE_LINE, QUOTE_REVISION.CURRENCY)
                .from(QUOTE_LINE)
                .join(QUOTE_REVISION)
                .on(QUOTE_REVISION.WORKSPACE_ID.eq(QUOTE_LINE.WORKSPACE_ID))
                .and(QUOTE_REVISION.ID.eq(QUOTE_LINE.REVISION_ID))
                .where(QUOTE_LINE.REVISION_ID.in(revisionIds))
                .orderBy(QUOTE_LINE.POSITION)
                .fetchGroups(row -> row.value1().getRevisionId(), row -> line(row.value1(), row.value2()));
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

    private static QuoteRevision revision(QuoteRevisionRecord row) {
        return new QuoteRevision(
                row.getId(),
                row.getQuoteId(),
                row.getNumber(),
                new QuoteTotals(
                        row.getCurrency(),
                        row.getSetupNet(),
                        row.getSetupTax(),
                        row.getRecurringNet(),
                        row.getRecurringTax()),
                row.getValidUntil(),
                row.getNote(),
                QuoteApproval.valueOf(row.getApproval()),
                row.getApprovedAt(),
                row.getCreatedAt());
    }

    private QuoteLine line(QuoteLineRecord row, String currency) {
        return new QuoteLine(
                row.getPlanId(),
                row.getPlanVersionId(),
                row.getDescription(),
                row.getBillingPeriod(),
                row.getQuantity(),
                new Percent(row.getDiscount()),
                new Percent(row.getTaxRate()),
                currency,
                row.getSetupNet(),
                row.getSetupTax(),
                row.getRecurringNet(),
                row.getRecurringTax(),
                json.readValue(row.getExplanation().data(), new TypeReference<List<PriceStep>>() {}));
    }
}
