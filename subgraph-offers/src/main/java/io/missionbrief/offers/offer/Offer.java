package io.missionbrief.offers.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.missionbrief.offers.lead.Application;
import io.missionbrief.offers.lead.Lead;
import io.missionbrief.offers.quote.QuoteLine;
import io.missionbrief.subgraph.graphql.Money;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer, as it stands in the schema and, with its lines, in the events.
 *
 * @param revisionId the revision of the quote that it puts before the customer
 * @param currency an ISO 4217 code
 * @param setupTotalMinor charged once, with tax, in minor units of the currency
 * @param recurringTotalMinor charged each billing period, with tax, in minor units of the currency
 * @param expiresAt from then on it cannot be accepted
 * @param statusReason why the last step of status was taken; null when nobody said
 * @param version rises by one with each change
 * @param knownLines the lines of the revision; null when they have not been read
 */
record Offer(
        UUID id,
        String reference,
        UUID quoteId,
        UUID revisionId,
        UUID leadId,
        @Nullable UUID applicationId,
        OfferStatus status,
        @Nullable String terms,
        String currency,
        long setupTotalMinor,
        long recurringTotalMinor,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime viewedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String statusReason,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,

        @JsonProperty("lines") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<QuoteLine> knownLines) {

    public Lead lead() {
        return new Lead(leadId);
    }

    public @Nullable Application application() {
        return applicationId == null ? null : new Application(applicationId);
    }

    public Money setupTotal() {
        return Money.ofMinor(setupTotalMinor, currency);
    }

    public Money recurringTotal() {
        return Money.ofMinor(recurringTotalMinor, currency);
    }

    /** The legal steps from its status. */
    public List<OfferStatus> nextStatuses() {
        return status.next();
    }

    /** The same offer with the lines of its revision. */
    Offer withLines(List<QuoteLine> lines) {
        return new Offer(
                id,
                reference,
                quoteId,
                revisionId,
                leadId,
                applicationId,
                status,
                terms,
                currency,
                setupTotalMinor,
                recurringTotalMinor,
                expiresAt,
                sentAt,
                viewedAt,
                decidedAt,
                statusReason,
                version,
                createdAt,
                updatedAt,
                lines);
    }
}
