package io.missionbrief.leads.imports;

import java.util.List;

/**
 * Lines that are committed together.
 *
 * @param lines at least one, in the order of the file
 * @param recordsHash of all records of the file up to the last of them, see {@link RecordsHash}
 */
record Batch(List<ReadLine> lines, String recordsHash) {

    Batch {
        lines = List.copyOf(lines);
    }

    int lastLine() {
        return lines.getLast().lastLine();
    }
}
