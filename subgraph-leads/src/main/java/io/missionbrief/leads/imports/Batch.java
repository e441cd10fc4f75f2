package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.leads.lead.PreparedLead;
import java.util.List;
import java.util.Objects;

/**
 * Lines that are committed together.
 *
 * @param lines at least one, in the order of the file
 * @param leads of {@link #newLeads}, one for each
 * @param recordsHash of all records of the file up to the last of them, see {@link RecordsHash}
 */
record Batch(List<ReadLine> lines, List<PreparedLead> leads, String recordsHash) {

    Batch {
        lines = List.copyOf(lines);
        leads = List.copyOf(leads);
        if (leads.size() != newLeads(lines).size()) {
            throw new IllegalArgumentException("A lead is prepared for each line with which nothing is wrong");
        }
    }

    /** What the lines become with which nothing is wrong, unless it is there already. */
    static List<NewLead> newLeads(List<ReadLine> lines) {
        return lines.stream().map(ReadLine::lead).filter(Objects::nonNull).toList();
    }

    List<NewLead> newLeads() {
        return newLeads(lines);
    }

    /** The same lines, their leads prepared once more. */
    Batch prepared(List<PreparedLead> anew) {
        return new Batch(lines, anew, recordsHash);
    }

    int lastLine() {
        return lines.getLast().lastLine();
    }
}
