package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.NewLead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the file says.
 *
 * @param line at which it begins, counted from 1
 * @param lastLine at which it ends
 * @param lead what it becomes, unless such a lead is there already; null when something is wrong with it
 * @param mistakes empty when it becomes a lead
 */
record ReadLine(int line, int lastLine, @Nullable NewLead lead, List<Mistake> mistakes) {

    ReadLine {
        if ((lead == null) == mistakes.isEmpty()) {
            throw new IllegalArgumentException("A line becomes a lead unless it has mistakes");
        }
    }

    /** The same line, in which something else is wrong. */
    ReadLine refused(Mistake mistake) {
        return new ReadLine(line, lastLine, null, List.of(mistake));
    }
}
