package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.json.JsonDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead that is to be made, its values checked by {@link LeadRules}.
 *
 * @param email kept with its capitals
 * @param phone E.164
 * @param statusReason there when the status is LOST
 * @param fields an object
 * @param raw what arrived; null when nothing is to be kept of it
 */
public record NewLead(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String externalReference,
        LeadSource source,
        @Nullable String sourceDetail,
        LeadStatus status,
        @Nullable String statusReason,
        @Nullable UUID ownerId,
        Tags tags,
        int score,
        JsonDocument fields,
        ConsentStatus consent,
        @Nullable String consentSource,
        @Nullable JsonDocument raw) {}
