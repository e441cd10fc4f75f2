package io.missionbrief.offers.quote;

import io.missionbrief.offers.jooq.tables.records.QuoteRevisionRecord;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a quote said at one time. Its lines are read apart, when they are asked for.
 *
 * @param number counts the revisions of the quote from 1
 * @param totals the sums over its lines
 * @param validUntil until when an offer can be made from it
 * @param approvedAt null when nobody agreed to its discounts
 */
public record QuoteRevision(
        UUID id,
        UUID quoteId,
        int number,
        QuoteTotals totals,
        OffsetDateTime validUntil,
        @Nullable String note,
        QuoteApproval approval,
        @Nullable OffsetDateTime approvedAt,
        OffsetDateTime createdAt) {

    static QuoteRevision of(QuoteRevisionRecord row) {
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

    public String currency() {
        return totals.currency();
    }
}
