package io.missionbrief.plans.plan;

import static io.missionbrief.plans.jooq.Tables.PLAN;

import io.missionbrief.subgraph.graphql.Conditions;
import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on plans; null is no condition. */
record PlanFilter(
        @Nullable List<PlanStatus> status, @Nullable String productId) {

    static final PlanFilter NONE = new PlanFilter(null, null);

    Condition condition() {
        return new Conditions()
                .oneOf(PLAN.STATUS, status)
                .when(ObjectId.parseOptional("filter.productId", productId), PLAN.PRODUCT_ID::eq)
                .all();
    }
}
