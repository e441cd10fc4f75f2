package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code changeLeadStatus}. */
record ChangeLeadStatusInput(
        String leadId,
        int expectedVersion,
        LeadStatus status,
        @Nullable String reason,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(leadId, expectedVersion);
    }
}
