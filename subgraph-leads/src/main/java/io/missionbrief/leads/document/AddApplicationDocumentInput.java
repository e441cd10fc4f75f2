package io.missionbrief.leads.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The input of {@code addApplicationDocument}. */
record AddApplicationDocumentInput(
        String applicationId,
        DocumentKind kind,
        String fileName,
        String mediaType,
        BigDecimal size,
        String sha256,
        @Nullable String idempotencyKey) {}
