package io.missionbrief.plans.plan;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.json.JsonDocument;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's offer of a product. What it costs is in its versions.
 *
 * @param code unique in the workspace, in upper case
 * @param billingPeriod of the versions to come
 * @param activeFrom the first day (UTC) on which it may be sold; null: from its first publication
 * @param activeUntil the last day (UTC) on which it may be sold; null: until it is retired
 * @param currentVersionId the version that is for sale; null unless the plan is ACTIVE
 * @param version counts the changes, from 1
 */
public record Plan(
        UUID id,
        UUID productId,
        String code,
        String name,
        @Nullable String description,
        PlanStatus status,
        BillingPeriod billingPeriod,
        List<PlanFeature> features,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeUntil,
        @Nullable UUID currentVersionId,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements Recorded, Versioned {

    public Plan {
        features = List.copyOf(features);
    }

    static Plan of(PlanRecord row) {
        return new Plan(
                row.getId(),
                row.getProductId(),
                row.getCode(),
                row.getName(),
                row.getDescription(),
                PlanStatus.valueOf(row.getStatus()),
                BillingPeriod.valueOf(row.getBillingPeriod()),
                JsonDocument.of(row.getFeatures()).list(PlanFeature.class),
                row.getActiveFrom(),
                row.getActiveUntil(),
                row.getCurrentVersionId(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    public ActiveDates activeDates() {
        return new ActiveDates(activeFrom, activeUntil);
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("productId", productId)
                .with("code", code)
                .with("name", name)
                .with("description", description)
                .with("status", status)
                .with("billingPeriod", billingPeriod)
                .with("features", features)
                .with("activeFrom", activeFrom)
                .with("activeUntil", activeUntil)
                .with("currentVersionId", currentVersionId)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt);
    }
}
