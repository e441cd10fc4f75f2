package io.missionbrief.leads.document;

import org.jspecify.annotations.Nullable;

/** The input of {@code addApplicationDocument}. */
record AddApplicationDocumentInput(
        String applicationId,
        DocumentKind kind,
        String fileName,
        String mediaType,
        int sizeBytes,
        String sha256,
        @Nullable String idempotencyKey) {}
