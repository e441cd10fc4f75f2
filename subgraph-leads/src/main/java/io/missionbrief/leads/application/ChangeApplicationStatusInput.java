package io.missionbrief.leads.application;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code changeApplicationStatus}. */
record ChangeApplicationStatusInput(
        String applicationId,
        int expectedVersion,
        ApplicationStep status,
        @Nullable String reason,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(applicationId, expectedVersion);
    }
}
