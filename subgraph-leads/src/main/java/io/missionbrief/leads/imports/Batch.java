package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.NewLead;
import java.util.List;
import java.util.Objects;

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

    /** Of the lines that nothing is wrong with. */
    List<NewLead> leads() {
        return lines.stream().map(ReadLine::lead).filter(Objects::nonNull).toList();
    }

    int lastLine() {
        return lines.getLast().lastLine();
    }
}
