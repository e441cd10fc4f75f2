package io.missionbrief.admin.opening;

import io.missionbrief.admin.user.Person;
import io.missionbrief.admin.workspace.PlanTier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new workspace.
 *
 * @param id the key; null when one is to be generated
 * @param owner who becomes its first member; null for none yet
 */
record CreateWorkspaceInput(
        @Nullable String id,
        String name,
        PlanTier planTier,
        @Nullable Map<String, @Nullable Object> settings,
        @Nullable Map<String, @Nullable Object> limits,
        @Nullable Person owner,
        @Nullable String idempotencyKey) {}
