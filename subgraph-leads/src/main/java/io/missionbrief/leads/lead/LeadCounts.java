package io.missionbrief.leads.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads, counted in groups.
 *
 * @param total all leads that meet the conditions
 * @param groups the largest groups, the largest first
 */
record LeadCounts(int total, List<Group> groups) {

    /** The leads in all smaller groups together. */
    public int remaining() {
        return total - groups.stream().mapToInt(Group::count).sum();
    }

    /** Leads that have something in common; what they are not counted by is null. */
    record Group(
            @Nullable LeadSource source,
            @Nullable String sourceDetail,
            @Nullable LeadStatus status,
            int count) {}
}
