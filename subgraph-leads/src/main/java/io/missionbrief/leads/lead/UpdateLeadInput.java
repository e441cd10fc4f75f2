package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The input of {@code updateLead}. */
record UpdateLeadInput(
        String leadId,
        int expectedVersion,
        ArgumentValue<String> name,
        ArgumentValue<String> email,
        ArgumentValue<String> phone,
        ArgumentValue<String> company,
        ArgumentValue<String> sourceDetail,
        ArgumentValue<Integer> score,
        ArgumentValue<Object> fields,
        ArgumentValue<LeadConsentInput> consent,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(leadId, expectedVersion);
    }
}
