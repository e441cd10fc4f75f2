package io.missionbrief.plans.catalogue;

import io.missionbrief.plans.jooq.tables.records.ProductCategoryRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind of products, in exactly one industry. */
record ProductCategory(
        UUID id,
        UUID industryId,
        String code,
        String name,
        @Nullable String description) {

    static ProductCategory of(ProductCategoryRecord row) {
        return new ProductCategory(
                row.getId(), row.getIndustryId(), row.getCode(), row.getName(), row.getDescription());
    }
}
