package io.missionbrief.admin.workspace;

import io.missionbrief.admin.jooq.tables.records.WorkspaceRecord;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the installation.
 *
 * @param id the key
 * @param uuid the name of the workspace in the event log
 * @param settings of free form
 * @param limits what was agreed beside the limits of the plan tier, of free form
 */
public record Workspace(
        String id,
        UUID uuid,
        String name,
        WorkspaceStatus status,
        PlanTier planTier,
        Map<String, @Nullable Object> settings,
        Map<String, @Nullable Object> limits,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {

    public static Workspace of(WorkspaceRecord row) {
        return new Workspace(
                row.getWorkspaceId(),
                row.getId(),
                row.getName(),
                WorkspaceStatus.valueOf(row.getStatus()),
                PlanTier.valueOf(row.getPlanTier()),
                FreeForm.of(row.getSettings()),
                FreeForm.of(row.getLimits()),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    /** The whole state, as events tell it. */
    public Map<String, @Nullable Object> state() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", id);
        state.put("name", name);
        state.put("status", status);
        state.put("planTier", planTier);
        state.put("settings", settings);
        state.put("limits", limits);
        state.put("createdAt", createdAt);
        state.put("updatedAt", updatedAt);
        return state;
    }
}
