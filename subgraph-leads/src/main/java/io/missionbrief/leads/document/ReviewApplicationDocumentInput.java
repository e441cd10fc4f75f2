package io.missionbrief.leads.document;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code reviewApplicationDocument}. */
record ReviewApplicationDocumentInput(
        String documentId,
        int expectedVersion,
        DocumentDecision decision,
        @Nullable String reason,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(documentId, expectedVersion);
    }
}
