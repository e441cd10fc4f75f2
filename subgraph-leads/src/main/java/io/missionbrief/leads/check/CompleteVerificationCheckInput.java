package io.missionbrief.leads.check;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The input of {@code completeVerificationCheck}. */
record CompleteVerificationCheckInput(
        String checkId,
        int expectedVersion,
        CheckResult result,
        ArgumentValue<String> note,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(checkId, expectedVersion);
    }
}
