package io.missionbrief.admin.workspace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a workspace; null for what stays as it is. */
record UpdateWorkspaceInput(
        int expectedVersion,
        @Nullable String name,
        @Nullable Map<String, @Nullable Object> settings,
        @Nullable String idempotencyKey) {}
