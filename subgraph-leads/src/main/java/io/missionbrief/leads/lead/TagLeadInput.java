package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.SeenVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code tagLead}. */
record TagLeadInput(
        String leadId,
        int expectedVersion,
        List<String> add,
        List<String> remove,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(leadId, expectedVersion);
    }
}
