package io.missionbrief.leads.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file becomes leads.
 *
 * @param absent values that mean that nothing is known; an empty one always does
 * @param delimiter one character
 * @param phoneRegion the country of numbers without a country code; null when each has its own
 */
record LeadImportMapping(
        List<LeadImportFieldMapping> fields,
        List<String> absent,
        List<LeadImportDuplicateKey> duplicatesBy,
        LeadImportEncoding encoding,
        String delimiter,
        @Nullable String phoneRegion) {

    LeadImportMapping {
        fields = List.copyOf(fields);
        absent = List.copyOf(absent);
        duplicatesBy = List.copyOf(duplicatesBy);
    }
}
