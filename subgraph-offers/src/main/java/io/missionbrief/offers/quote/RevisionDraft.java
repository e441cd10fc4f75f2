package io.missionbrief.offers.quote;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next revision of a quote will say.
 *
 * @param lines priced, at least one, all in one currency
 * @param validUntil null for 30 days from when it is stored
 */
record RevisionDraft(
        List<QuoteLine> lines,
        QuoteTotals totals,
        @Nullable OffsetDateTime validUntil,
        @Nullable String note,
        QuoteApproval approval) {

    Percent highestDiscount() {
        return lines.stream()
                .map(QuoteLine::discount)
                .max(Comparator.comparingInt(Percent::basisPoints))
                .orElseThrow();
    }
}
