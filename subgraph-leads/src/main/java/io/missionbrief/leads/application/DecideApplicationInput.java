package io.missionbrief.leads.application;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code decideApplication}. */
record DecideApplicationInput(
        String applicationId,
        int expectedVersion,
        ApplicationDecision decision,
        @Nullable String reason,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(applicationId, expectedVersion);
    }
}
