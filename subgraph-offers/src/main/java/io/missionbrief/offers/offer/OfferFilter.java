package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;

import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on offers; all that are given must be met. */
record OfferFilter(
        @Nullable List<OfferStatus> status, @Nullable String leadId) {

    static Condition condition(@Nullable OfferFilter filter) {
        return filter == null ? DSL.noCondition() : DSL.and(filter.ofStatus(), filter.ofLead());
    }

    private Condition ofStatus() {
        return status == null
                ? DSL.noCondition()
                : OFFER.STATUS.in(status.stream().map(Enum::name).toList());
    }

    private Condition ofLead() {
        return leadId == null ? DSL.noCondition() : OFFER.LEAD_ID.eq(ObjectId.parse("filter.leadId", leadId));
    }
}
