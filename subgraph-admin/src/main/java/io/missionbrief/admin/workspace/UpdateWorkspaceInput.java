package io.missionbrief.admin.workspace;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The input of {@code updateWorkspace}; what is omitted stays as it is. */
record UpdateWorkspaceInput(
        int expectedVersion,
        ArgumentValue<String> name,
        ArgumentValue<Object> settings,
        @Nullable String idempotencyKey) {}
