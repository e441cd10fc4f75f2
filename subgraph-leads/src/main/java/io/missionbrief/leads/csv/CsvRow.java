package io.missionbrief.leads.csv;

import java.util.List;

/**
 * A record of a file.
 *
 * @param line the line at which it begins, counted from 1 as an editor does
 * @param lastLine the line at which it ends: another one where a quoted value has line breaks
 * @param values as they stand there, without their quotes
 */
public record CsvRow(int line, int lastLine, List<String> values) {

    /** Whether nothing stands in the line. */
    boolean isBlank() {
        return values.size() == 1 && values.getFirst().isBlank();
    }
}
