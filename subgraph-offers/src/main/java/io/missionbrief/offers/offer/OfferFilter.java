package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;

import io.missionbrief.subgraph.graphql.Conditions;
import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on offers; null is no condition. */
record OfferFilter(
        @Nullable List<OfferStatus> status,
        @Nullable String leadId,
        @Nullable String applicationId) {

    Condition condition() {
        return new Conditions()
                .oneOf(OFFER.STATUS, status)
                .when(ObjectId.parseOptional("filter.leadId", leadId), OFFER.LEAD_ID::eq)
                .when(ObjectId.parseOptional("filter.applicationId", applicationId), OFFER.APPLICATION_ID::eq)
                .all();
    }
}
