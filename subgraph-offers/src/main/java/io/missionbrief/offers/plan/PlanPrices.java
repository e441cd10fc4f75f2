package io.missionbrief.offers.plan;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices of plans, which belong to another subgraph. */
public interface PlanPrices {

    /**
     * Today's prices, in the order of the requests and null where the workspace has no such version.
     *
     * @param requests at most 50
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when plans does not answer
     */
    List<@Nullable PlanPrice> of(WorkspaceId workspace, List<PriceRequest> requests);
}
