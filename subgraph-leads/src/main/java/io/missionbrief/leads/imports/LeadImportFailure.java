package io.missionbrief.leads.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why an import failed.
 *
 * @param line of the file, counted from 1; null when no single one is at fault
 * @param message for the user: what is wrong, and the way out
 */
record LeadImportFailure(
        LeadImportFailureCode code, @Nullable Integer line, String message) {}
