package io.missionbrief.offers.lead;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which leads and applications there are; they belong to another subgraph. */
public interface LeadDirectory {

    /**
     * Confirms that the workspace has this lead, and this application of it.
     *
     * @param applicationId null for none
     * @return the lead; refused with NOT_FOUND that names the input field
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when leads does not answer
     */
    Outcome<Lead> confirm(WorkspaceId workspace, UUID leadId, @Nullable UUID applicationId);
}
