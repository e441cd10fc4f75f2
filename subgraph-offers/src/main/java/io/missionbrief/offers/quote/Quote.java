package io.missionbrief.offers.quote;

import io.missionbrief.offers.jooq.tables.records.QuoteRecord;
import io.missionbrief.subgraph.change.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The head of a quote; what it says lies in its revisions.
 *
 * @param currentRevisionNumber the number of the revision in force
 * @param version rises by one with each change
 */
public record Quote(
        UUID id,
        String reference,
        UUID leadId,
        @Nullable UUID applicationId,
        int currentRevisionNumber,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements Versioned {

    static Quote of(QuoteRecord row) {
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
