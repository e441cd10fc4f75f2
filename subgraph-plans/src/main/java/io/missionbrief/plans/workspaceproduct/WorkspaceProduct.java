package io.missionbrief.plans.workspaceproduct;

import io.missionbrief.plans.jooq.tables.records.WorkspaceProductRecord;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A product of the catalogue in the hands of a workspace.
 *
 * @param enabled whether it is sold now
 */
record WorkspaceProduct(
        UUID id, UUID productId, boolean enabled, int version, OffsetDateTime createdAt, OffsetDateTime updatedAt)
        implements Recorded, Versioned {

    static WorkspaceProduct of(WorkspaceProductRecord row) {
        return new WorkspaceProduct(
                row.getId(),
                row.getProductId(),
                row.getEnabled(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("productId", productId)
                .with("enabled", enabled)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt);
    }
}
