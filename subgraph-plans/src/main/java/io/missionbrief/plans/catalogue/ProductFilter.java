package io.missionbrief.plans.catalogue;

import static io.missionbrief.plans.jooq.Tables.PRODUCT;
import static io.missionbrief.plans.jooq.Tables.PRODUCT_CATEGORY;

import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on products; null is no condition. */
record ProductFilter(@Nullable String industryId, @Nullable String categoryId) {

    static final ProductFilter NONE = new ProductFilter(null, null);

    Condition condition() {
        return inIndustry(ObjectId.parseOptional("filter.industryId", industryId))
                .and(inCategory(ObjectId.parseOptional("filter.categoryId", categoryId)));
    }

    private static Condition inIndustry(@Nullable UUID industry) {
        return industry == null
                ? DSL.noCondition()
                : PRODUCT.CATEGORY_ID.in(DSL.select(PRODUCT_CATEGORY.ID)
                        .from(PRODUCT_CATEGORY)
                        .where(PRODUCT_CATEGORY.INDUSTRY_ID.eq(industry)));
    }

    private static Condition inCategory(@Nullable UUID category) {
        return category == null ? DSL.noCondition() : PRODUCT.CATEGORY_ID.eq(category);
    }
}
