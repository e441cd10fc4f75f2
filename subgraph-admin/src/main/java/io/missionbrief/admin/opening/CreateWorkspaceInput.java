package io.missionbrief.admin.opening;

import io.missionbrief.admin.user.Person;
import io.missionbrief.admin.workspace.PlanTier;
import org.jspecify.annotations.Nullable;

/**
 * A new workspace.
 *
 * @param workspaceId the key; null when one is to be generated
 * @param owner who becomes its first member; null for none yet
 */
record CreateWorkspaceInput(
        @Nullable String workspaceId,
        String name,
        PlanTier planTier,
        @Nullable Object settings,
        @Nullable Object limits,
        @Nullable Person owner,
        @Nullable String idempotencyKey) {}
