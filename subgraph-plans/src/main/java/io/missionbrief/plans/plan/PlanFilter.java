package io.missionbrief.plans.plan;

import static io.missionbrief.plans.jooq.Tables.PLAN;

import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on plans; null is no condition. */
record PlanFilter(
        @Nullable List<PlanStatus> status, @Nullable String productId) {

    static final PlanFilter NONE = new PlanFilter(null, null);

    Condition condition() {
        return inStatus(status).and(ofProduct(ObjectId.parseOptional("filter.productId", productId)));
    }

    private static Condition inStatus(@Nullable List<PlanStatus> status) {
        return status == null
                ? DSL.noCondition()
                : PLAN.STATUS.in(status.stream().map(PlanStatus::name).toList());
    }

    private static Condition ofProduct(@Nullable UUID product) {
        return product == null ? DSL.noCondition() : PLAN.PRODUCT_ID.eq(product);
    }
}
