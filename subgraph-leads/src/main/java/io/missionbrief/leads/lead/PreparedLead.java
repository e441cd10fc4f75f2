package io.missionbrief.leads.lead;

import io.missionbrief.leads.jooq.tables.records.LeadRawRecord;
import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.event.NewObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead that is ready to be added; made by {@link AddLeads#prepare}. */
public final class PreparedLead {

    private final LeadRecord row;
    private final @Nullable LeadRawRecord raw;
    private final NewObject event;

    /**
     * @param raw what arrived; null when nothing is to be kept of it
     * @param event that tells of it
     */
    PreparedLead(LeadRecord row, @Nullable LeadRawRecord raw, NewObject event) {
        this.row = row;
        this.raw = raw;
        this.event = event;
    }

    /** The id that the lead will have. */
    public UUID id() {
        return row.getId();
    }

    LeadRecord row() {
        return row;
    }

    @Nullable
    LeadRawRecord raw() {
        return raw;
    }

    NewObject event() {
        return event;
    }
}
