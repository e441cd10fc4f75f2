package io.missionbrief.leads.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one field of a lead comes from.
 *
 * @param key in {@code Lead.fields}; null for another field than FIELD
 * @param column null for a constant
 * @param constant null for a column
 * @param otherwise what a value becomes that is not listed; null when it stays as it is
 * @param separator between two tags; null when the whole value is one
 */
record LeadImportFieldMapping(
        LeadImportField field,
        @Nullable String key,
        @Nullable String column,
        @Nullable String constant,
        List<LeadImportValue> values,
        @Nullable String otherwise,
        @Nullable String separator) {

    LeadImportFieldMapping {
        values = List.copyOf(values);
    }
}
