package io.missionbrief.admin.membership;

import io.missionbrief.admin.role.Role;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a user works in a workspace, and in which role. */
public record Membership(
        UUID id,
        String workspaceId,
        UUID userId,
        Role role,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {

    /** The whole state, as events tell it. */
    Map<String, @Nullable Object> state() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", id);
        state.put("userId", userId);
        state.put("role", role.name());
        state.put("createdAt", createdAt);
        state.put("updatedAt", updatedAt);
        return state;
    }
}
