package io.missionbrief.offers.lead;

import io.missionbrief.offers.settings.OffersProperties;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.peer.PeerSubgraph;
import io.missionbrief.subgraph.peer.PeerSubgraphs;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.stereotype.Component;

/** Asks subgraph leads, for each quote, which leads and applications there are. */
@Component
public class AskLeads {

    private static final String LEAD = """
            query LeadForQuote($leadId: ID!) {
              lead(id: $leadId) { id }
            }
            """;

    private static final String LEAD_AND_APPLICATION = """
            query LeadAndApplicationForQuote($leadId: ID!, $applicationId: ID!) {
              lead(id: $leadId) { id }
              application(id: $applicationId) { lead { id } }
            }
            """;

    private final PeerSubgraph leads;

    AskLeads(OffersProperties properties, PeerSubgraphs peers) {
        this.leads = peers.at("leads", properties.leadsUrl(), "leads:read", "applications:read");
    }

    /**
     * Confirms that the workspace has this lead, and this application of it.
     *
     * @param applicationId null for none
     * @return the lead; refused with NOT_FOUND that names the input field
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when leads does not answer
     */
    public Outcome<Lead> confirm(WorkspaceId workspace, UUID leadId, @Nullable UUID applicationId) {
        ClientGraphQlResponse answer = ask(workspace, leadId, applicationId);
        if (answer.field("lead").getValue() == null) {
            return Outcome.refused(UserError.notFound("leadId", "lead"));
        }
        if (applicationId != null && !leadId.toString().equals(leadOfApplication(answer))) {
            return Outcome.refused(UserError.notFound("applicationId", "application of this lead"));
        }
        return Outcome.done(new Lead(leadId));
    }

    private ClientGraphQlResponse ask(WorkspaceId workspace, UUID leadId, @Nullable UUID applicationId) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("leadId", leadId.toString());
        if (applicationId == null) {
            return leads.ask(workspace, LEAD, variables);
        }
        variables.put("applicationId", applicationId.toString());
        return leads.ask(workspace, LEAD_AND_APPLICATION, variables);
    }

    private static @Nullable String leadOfApplication(ClientGraphQlResponse answer) {
        return answer.field("application").getValue() == null
                ? null
                : answer.field("application.lead.id").getValue();
    }
}
