package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code assignLead}. */
record AssignLeadInput(
        String leadId,
        int expectedVersion,
        @Nullable String ownerId,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(leadId, expectedVersion);
    }
}
