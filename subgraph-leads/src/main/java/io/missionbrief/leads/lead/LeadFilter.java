package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.subgraph.graphql.Conditions;
import io.missionbrief.subgraph.graphql.ObjectId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on leads; null is no condition. */
record LeadFilter(
        @Nullable List<LeadStatus> status,
        @Nullable List<LeadSource> source,
        @Nullable List<@Nullable String> sourceDetail,
        @Nullable String ownerId,
        @Nullable Boolean unassigned,
        @Nullable OffsetDateTime createdFrom,
        @Nullable OffsetDateTime createdBefore,
        @Nullable OffsetDateTime updatedFrom,
        @Nullable OffsetDateTime updatedBefore) {

    Condition condition() {
        return new Conditions()
                .oneOf(LEAD.STATUS, status)
                .oneOf(LEAD.SOURCE, source)
                .when(sourceDetail, LeadFilter::hasOneOf)
                .when(ObjectId.parseOptional("filter.ownerId", ownerId), LEAD.OWNER_ID::eq)
                .when(unassigned, none -> none ? LEAD.OWNER_ID.isNull() : LEAD.OWNER_ID.isNotNull())
                .when(createdFrom, LEAD.CREATED_AT::ge)
                .when(createdBefore, LEAD.CREATED_AT::lt)
                .when(updatedFrom, LEAD.UPDATED_AT::ge)
                .when(updatedBefore, LEAD.UPDATED_AT::lt)
                .all();
    }

    private static Condition hasOneOf(List<@Nullable String> details) {
        Condition written =
                LEAD.SOURCE_DETAIL.in(details.stream().filter(Objects::nonNull).toList());
        return details.contains(null) ? written.or(LEAD.SOURCE_DETAIL.isNull()) : written;
    }
}
