package io.missionbrief.plans.catalogue;

import io.missionbrief.plans.jooq.tables.records.ProductRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that can be sold, in exactly one category. */
public record Product(
        UUID id,
        UUID categoryId,
        String code,
        String name,
        @Nullable String description) {

    static Product of(ProductRecord row) {
        return new Product(row.getId(), row.getCategoryId(), row.getCode(), row.getName(), row.getDescription());
    }
}
