package io.missionbrief.leads.imports;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a line, or with one value of it.
 *
 * @param column as the file names it; null when the whole line is meant
 * @param value what stands there; null likewise
 * @param reason what is wrong, and the way out
 */
record Mistake(
        LeadImportReportCode code,
        @Nullable String column,
        @Nullable String value,
        String reason) {

    private static final int KEPT = 200;

    /** Without what cannot be stored, and not longer than is kept. */
    Mistake {
        value = value == null ? null : storable(value, KEPT);
        reason = storable(reason, reason.length());
    }

    private static String storable(String text, int most) {
        String readable = text.replace('\0', '\uFFFD');
        return readable.codePointCount(0, readable.length()) <= most
                ? readable
                : readable.substring(0, readable.offsetByCodePoints(0, most));
    }
}
