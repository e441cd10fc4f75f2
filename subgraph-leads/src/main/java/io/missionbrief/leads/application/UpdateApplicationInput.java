package io.missionbrief.leads.application;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The input of {@code updateApplication}. */
record UpdateApplicationInput(
        String applicationId,
        int expectedVersion,
        ArgumentValue<String> requestedPlanId,
        ArgumentValue<Object> answers,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(applicationId, expectedVersion);
    }
}
