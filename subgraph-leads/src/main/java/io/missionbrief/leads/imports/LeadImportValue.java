package io.missionbrief.leads.imports;

/**
 * What one value of the file becomes.
 *
 * @param from empty for an absent value
 * @param to empty for an absent value
 */
record LeadImportValue(String from, String to) {}
