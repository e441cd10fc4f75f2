package io.missionbrief.leads.imports;

import org.jspecify.annotations.Nullable;

/** The input of {@code startLeadImport}. */
record StartLeadImportInput(
        String fileName,
        LeadImportMapping mapping,
        @Nullable String idempotencyKey) {}
