package io.missionbrief.plans.workspaceproduct;

import io.missionbrief.plans.event.Recorded;
import io.missionbrief.plans.jooq.tables.records.WorkspaceProductRecord;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product of the catalogue in the hands of a workspace.
 *
 * @param enabled whether it is sold now
 */
record WorkspaceProduct(
        UUID id, UUID productId, boolean enabled, int version, OffsetDateTime createdAt, OffsetDateTime updatedAt)
        implements Recorded {

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
    public Map<String, @Nullable Object> state() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", id);
        state.put("productId", productId);
        state.put("enabled", enabled);
        state.put("version", version);
        state.put("createdAt", createdAt);
        state.put("updatedAt", updatedAt);
        return state;
    }
}
