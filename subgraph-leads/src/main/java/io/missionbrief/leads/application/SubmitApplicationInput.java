package io.missionbrief.leads.application;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code submitApplication}. */
record SubmitApplicationInput(
        String applicationId, int expectedVersion, @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(applicationId, expectedVersion);
    }
}
