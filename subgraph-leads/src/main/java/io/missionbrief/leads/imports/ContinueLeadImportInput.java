package io.missionbrief.leads.imports;

import org.jspecify.annotations.Nullable;

/** The input of {@code continueLeadImport}. */
record ContinueLeadImportInput(String importId, @Nullable String idempotencyKey) {}
