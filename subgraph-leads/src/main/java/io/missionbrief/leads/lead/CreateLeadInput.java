package io.missionbrief.leads.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code createLead}. */
record CreateLeadInput(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        LeadSource source,
        @Nullable String sourceDetail,
        @Nullable String externalReference,
        @Nullable String ownerId,
        List<String> tags,
        int score,
        @Nullable Object fields,
        @Nullable Object raw,
        @Nullable LeadConsentInput consent,
        @Nullable String idempotencyKey) {}
