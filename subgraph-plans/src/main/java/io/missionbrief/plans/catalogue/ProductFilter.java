package io.missionbrief.plans.catalogue;

import static io.missionbrief.plans.jooq.Tables.PRODUCT;
import static io.missionbrief.plans.jooq.Tables.PRODUCT_CATEGORY;

import io.missionbrief.subgraph.graphql.Conditions;
import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on products; null is no condition. */
record ProductFilter(@Nullable String industryId, @Nullable String categoryId) {

    static final ProductFilter NONE = new ProductFilter(null, null);

    Condition condition() {
        return new Conditions()
                .when(ObjectId.parseOptional("filter.industryId", industryId), ProductFilter::inIndustry)
                .when(ObjectId.parseOptional("filter.categoryId", categoryId), PRODUCT.CATEGORY_ID::eq)
                .all();
    }

    private static Condition inIndustry(UUID industry) {
        return PRODUCT.CATEGORY_ID.in(DSL.select(PRODUCT_CATEGORY.ID)
                .from(PRODUCT_CATEGORY)
                .where(PRODUCT_CATEGORY.INDUSTRY_ID.eq(industry)));
    }
}
