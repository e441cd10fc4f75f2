package io.missionbrief.leads.imports;

import org.jspecify.annotations.Nullable;

/**
 * An import whose upload has begun.
 *
 * @param attempt which upload of the import it is, from 1
 * @param recordsHash of the records that are committed already; null when there are none
 */
record RunningImport(
        LeadImport leadImport, int attempt, @Nullable String recordsHash) {}
