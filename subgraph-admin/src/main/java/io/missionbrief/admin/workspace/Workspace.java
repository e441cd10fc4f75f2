package io.missionbrief.admin.workspace;

import io.missionbrief.admin.jooq.tables.records.WorkspaceRecord;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.json.JsonDocument;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the installation.
 *
 * @param id the name of the workspace in the event log
 * @param key what the schema calls its id
 * @param settingsDocument an object of free form
 * @param limitsDocument what was agreed beside the limits of the plan tier, an object of free form
 * @param version rises by one with each change
 */
public record Workspace(
        UUID id,
        String key,
        String name,
        WorkspaceStatus status,
        PlanTier planTier,
        JsonDocument settingsDocument,
        JsonDocument limitsDocument,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements Versioned, Recorded {

    public static Workspace of(WorkspaceRecord row) {
        return new Workspace(
                row.getId(),
                row.getWorkspaceId(),
                row.getName(),
                WorkspaceStatus.valueOf(row.getStatus()),
                PlanTier.valueOf(row.getPlanTier()),
                JsonDocument.of(row.getSettings()),
                JsonDocument.of(row.getLimits()),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    public @Nullable Object settings() {
        return settingsDocument.value();
    }

    public @Nullable Object limits() {
        return limitsDocument.value();
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", key)
                .with("name", name)
                .with("status", status)
                .with("planTier", planTier)
                .with("settings", settings())
                .with("limits", limits())
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt);
    }
}
