package io.missionbrief.leads.imports;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import, and where its file is uploaded.
 *
 * @param address null when its upload has begun
 * @param expiresAt until when the upload may begin; null likewise
 */
record Addressed(
        LeadImport leadImport,
        @Nullable UploadAddress address,
        @Nullable OffsetDateTime expiresAt) {

    UUID id() {
        return leadImport.id();
    }
}
