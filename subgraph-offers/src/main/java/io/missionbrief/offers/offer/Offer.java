package io.missionbrief.offers.offer;

import io.missionbrief.offers.jooq.tables.records.OfferRecord;
import io.missionbrief.offers.lead.Application;
import io.missionbrief.offers.lead.Lead;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.graphql.Money;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a quote that is put before a customer.
 *
 * @param revisionId the revision that it puts before the customer
 * @param statusReason why the last step of status was taken; null when nobody said
 * @param terms what the customer agrees to; null when nothing was said
 * @param currency an ISO 4217 code
 * @param setupTotalMinor charged once, with tax, in minor units of the currency
 * @param recurringTotalMinor charged each billing period, with tax, in minor units of the currency
 * @param expiresAt from then on it cannot be accepted
 * @param version rises by one with each change
 * @param told what an event tells beside; the texts are null then. Null when it was read from its row
 */
record Offer(
        UUID id,
        String reference,
        UUID quoteId,
        UUID revisionId,
        UUID leadId,
        @Nullable UUID applicationId,
        OfferStatus status,
        @Nullable String statusReason,
        @Nullable String terms,
        String currency,
        long setupTotalMinor,
        long recurringTotalMinor,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime viewedAt,
        @Nullable OffsetDateTime decidedAt,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @Nullable ToldOffer told)
        implements Versioned {

    static Offer of(OfferRecord row) {
        return new Offer(
                row.getId(),
                row.getReference(),
                row.getQuoteId(),
                row.getRevisionId(),
                row.getLeadId(),
                row.getApplicationId(),
                OfferStatus.valueOf(row.getStatus()),
                row.getStatusReason(),
                row.getTerms(),
                row.getCurrency(),
                row.getSetupTotal(),
                row.getRecurringTotal(),
                row.getExpiresAt(),
                row.getSentAt(),
                row.getViewedAt(),
                row.getDecidedAt(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                null);
    }

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
}
