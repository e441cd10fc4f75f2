package io.missionbrief.leads.lead;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.leads.neighbour.User;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.json.JsonDocument;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may become a customer.
 *
 * @param reference can be read out; unique in the workspace
 * @param externalReference how the sender of the lead names it
 * @param name null when nobody said; then an email, a phone, a company or an external reference is there
 * @param phone E.164
 * @param statusReason why the last step of status was taken
 * @param ownerId the salesperson in charge; null when there is none
 * @param tags lower case, sorted, each once
 * @param score how promising, 0 to 100
 * @param fieldsDocument what else is known, an object
 * @param version rises by one with each change
 */
public record Lead(
        UUID id,
        String reference,
        @Nullable String externalReference,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        LeadSource source,
        @Nullable String sourceDetail,
        LeadStatus status,
        @Nullable String statusReason,
        OffsetDateTime statusChangedAt,
        @Nullable UUID ownerId,
        List<String> tags,
        int score,
        JsonDocument fieldsDocument,
        LeadConsent consent,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements Recorded, Versioned {

    static Lead of(LeadRecord row) {
        return new Lead(
                row.getId(),
                row.getReference(),
                row.getExternalReference(),
                row.getName(),
                row.getEmail(),
                row.getPhone(),
                row.getCompany(),
                LeadSource.valueOf(row.getSource()),
                row.getSourceDetail(),
                LeadStatus.valueOf(row.getStatus()),
                row.getStatusReason(),
                row.getStatusChangedAt(),
                row.getOwnerId(),
                List.of(row.getTags()),
                row.getScore(),
                JsonDocument.of(row.getFields()),
                new LeadConsent(ConsentStatus.valueOf(row.getConsent()), row.getConsentAt(), row.getConsentSource()),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    public List<LeadStatus> nextStatuses() {
        return status.next();
    }

    public @Nullable User owner() {
        return User.ofNullable(ownerId);
    }

    public @Nullable Object fields() {
        return fieldsDocument.value();
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("reference", reference)
                .with("externalReference", externalReference)
                .with("name", name)
                .with("email", email)
                .with("phone", phone)
                .with("company", company)
                .with("source", source)
                .with("sourceDetail", sourceDetail)
                .with("status", status)
                .with("statusReason", statusReason)
                .with("statusChangedAt", statusChangedAt)
                .with("ownerId", ownerId)
                .with("tags", tags)
                .with("score", score)
                .with("fields", fields())
                .with("consent", consent.status())
                .with("consentAt", consent.at())
                .with("consentSource", consent.source())
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt)
                .sealed(
                        id,
                        "externalReference",
                        "name",
                        "email",
                        "phone",
                        "company",
                        "sourceDetail",
                        "statusReason",
                        "fields",
                        "consentSource");
    }
}
