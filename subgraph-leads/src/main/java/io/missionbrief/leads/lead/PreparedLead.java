package io.missionbrief.leads.lead;

import io.missionbrief.leads.jooq.tables.records.LeadRawRecord;
import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.event.NewObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead that is ready to be inserted; made by {@link AddLeads#prepare}.
 *
 * @param raw what arrived; null when nothing is to be kept of it
 * @param event that tells of it
 */
public record PreparedLead(LeadRecord row, @Nullable LeadRawRecord raw, NewObject event) {

    public UUID id() {
        return row.getId();
    }
}
