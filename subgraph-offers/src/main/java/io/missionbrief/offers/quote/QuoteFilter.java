package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.subgraph.graphql.Conditions;
import io.missionbrief.subgraph.graphql.ObjectId;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on quotes; null is no condition. */
record QuoteFilter(@Nullable String leadId, @Nullable String applicationId) {

    Condition condition() {
        return new Conditions()
                .when(ObjectId.parseOptional("filter.leadId", leadId), QUOTE.LEAD_ID::eq)
                .when(ObjectId.parseOptional("filter.applicationId", applicationId), QUOTE.APPLICATION_ID::eq)
                .all();
    }
}
