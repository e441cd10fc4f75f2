package io.missionbrief.plans.catalogue;

import static io.missionbrief.plans.jooq.Tables.PRODUCT;

import io.missionbrief.plans.jooq.tables.records.ProductRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;

/** An order of products. */
record ProductSort(ProductSortField field, SortDirection direction) {

    static final ProductSort BY_NAME = new ProductSort(ProductSortField.NAME, SortDirection.ASC);

    Keyset<ProductRecord> keyset() {
        return switch (field) {
            case NAME -> Keyset.of(PRODUCT, direction.of(PRODUCT.NAME), direction.of(PRODUCT.ID));
            case CODE -> Keyset.of(PRODUCT, direction.of(PRODUCT.CODE), direction.of(PRODUCT.ID));
        };
    }
}
