package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

import io.missionbrief.leads.application.ApplicationPart;
import io.missionbrief.leads.jooq.tables.records.ApplicationDocumentRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.event.Snapshot;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document of an application.
 *
 * @param sizeBytes of the content
 * @param sha256 of the content, 64 hexadecimal digits in lower case
 * @param statusReason why it was accepted or rejected
 * @param version rises by one with each change
 */
record ApplicationDocument(
        UUID id,
        UUID applicationId,
        DocumentKind kind,
        String fileName,
        String mediaType,
        int sizeBytes,
        String sha256,
        DocumentStatus status,
        @Nullable String statusReason,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements ApplicationPart {

    static final VersionedTable<ApplicationDocumentRecord, ApplicationDocument> TABLE =
            new VersionedTable<>(APPLICATION_DOCUMENT, "document", ApplicationDocument::of);

    static ApplicationDocument of(ApplicationDocumentRecord row) {
        return new ApplicationDocument(
                row.getId(),
                row.getApplicationId(),
                DocumentKind.valueOf(row.getKind()),
                row.getFileName(),
                row.getMediaType(),
                row.getSizeBytes(),
                row.getSha256(),
                DocumentStatus.valueOf(row.getStatus()),
                row.getStatusReason(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    @Override
    public Snapshot snapshot(UUID leadId) {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("applicationId", applicationId)
                .with("kind", kind)
                .with("fileName", fileName)
                .with("mediaType", mediaType)
                .with("sizeBytes", sizeBytes)
                .with("sha256", sha256)
                .with("status", status)
                .with("statusReason", statusReason)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt)
                .sealed(leadId, "fileName", "sha256", "statusReason");
    }
}
