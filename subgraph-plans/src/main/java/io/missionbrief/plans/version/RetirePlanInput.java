package io.missionbrief.plans.version;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code retirePlan}. */
record RetirePlanInput(
        String planId, int expectedVersion, @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(planId, expectedVersion);
    }
}
