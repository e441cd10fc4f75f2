package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.subgraph.graphql.ObjectId;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on quotes; all that are given must be met. */
record QuoteFilter(@Nullable String leadId) {

    static Condition condition(@Nullable QuoteFilter filter) {
        return filter == null || filter.leadId() == null
                ? DSL.noCondition()
                : QUOTE.LEAD_ID.eq(ObjectId.parse("filter.leadId", filter.leadId()));
    }
}
