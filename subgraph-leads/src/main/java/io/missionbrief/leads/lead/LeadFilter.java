package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.subgraph.graphql.ObjectId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on leads; null is no condition. */
record LeadFilter(
        @Nullable List<LeadStatus> status,
        @Nullable List<LeadSource> source,
        @Nullable String ownerId,
        @Nullable Boolean unassigned,
        @Nullable OffsetDateTime createdFrom,
        @Nullable OffsetDateTime createdBefore,
        @Nullable OffsetDateTime updatedFrom,
        @Nullable OffsetDateTime updatedBefore) {

    Condition condition() {
        UUID owner = ObjectId.parseOptional("filter.ownerId", ownerId);
        List<Condition> conditions = new ArrayList<>();
        when(status, conditions, any -> oneOf(LEAD.STATUS, any));
        when(source, conditions, any -> oneOf(LEAD.SOURCE, any));
        when(owner, conditions, LEAD.OWNER_ID::eq);
        when(unassigned, conditions, none -> none ? LEAD.OWNER_ID.isNull() : LEAD.OWNER_ID.isNotNull());
        when(createdFrom, conditions, LEAD.CREATED_AT::ge);
        when(createdBefore, conditions, LEAD.CREATED_AT::lt);
        when(updatedFrom, conditions, LEAD.UPDATED_AT::ge);
        when(updatedBefore, conditions, LEAD.UPDATED_AT::lt);
        return DSL.and(conditions);
    }

    private static <T> void when(@Nullable T value, List<Condition> conditions, Function<T, Condition> condition) {
        if (value != null) {
            conditions.add(condition.apply(value));
        }
    }

    private static Condition oneOf(Field<String> column, List<? extends Enum<?>> values) {
        return column.in(values.stream().map(Enum::name).toList());
    }
}
