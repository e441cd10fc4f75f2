package io.missionbrief.plans.catalogue;

import static io.missionbrief.plans.jooq.Tables.INDUSTRY;
import static io.missionbrief.plans.jooq.Tables.PRODUCT;
import static io.missionbrief.plans.jooq.Tables.PRODUCT_CATEGORY;

import io.missionbrief.plans.jooq.tables.records.IndustryRecord;
import io.missionbrief.plans.jooq.tables.records.ProductCategoryRecord;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads the catalogue. Its tables have no tenant: every workspace gets the same rows. */
@Repository
class CatalogueQueries {

    private static final Keyset<IndustryRecord> INDUSTRIES =
            Keyset.of(INDUSTRY, INDUSTRY.NAME.asc(), INDUSTRY.ID.asc());
    private static final Keyset<ProductCategoryRecord> CATEGORIES =
            Keyset.of(PRODUCT_CATEGORY, PRODUCT_CATEGORY.NAME.asc(), PRODUCT_CATEGORY.ID.asc());

    private final TenantDatabase database;
    private final Pages pages;

    CatalogueQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    Connection<Industry> industries(Actor actor, PageRequest page) {
        return pages.page(actor, INDUSTRIES, DSL.noCondition(), page, Industry::of);
    }

    Map<ChildPage<UUID>, Connection<ProductCategory>> categories(Actor actor, Set<ChildPage<UUID>> ofIndustries) {
        return pages.pages(
                actor, CATEGORIES, PRODUCT_CATEGORY.INDUSTRY_ID, DSL.noCondition(), ofIndustries, ProductCategory::of);
    }

    Connection<Product> products(Actor actor, ProductFilter filter, ProductSort sort, PageRequest page) {
        return pages.page(actor, sort.keyset(), filter.condition(), page, Product::of);
    }

    Map<ChildPage<UUID>, Connection<Product>> productsOf(Actor actor, Set<ChildPage<UUID>> ofCategories) {
        return pages.pages(
                actor, ProductSort.BY_NAME.keyset(), PRODUCT.CATEGORY_ID, DSL.noCondition(), ofCategories, Product::of);
    }

    Map<UUID, Industry> industriesById(Actor actor, Set<UUID> ids) {
        return database.read(actor, query -> RowsById.fetch(query, INDUSTRY, INDUSTRY.ID, ids, Industry::of));
    }

    Map<UUID, ProductCategory> categoriesById(Actor actor, Set<UUID> ids) {
        return database.read(
                actor, query -> RowsById.fetch(query, PRODUCT_CATEGORY, PRODUCT_CATEGORY.ID, ids, ProductCategory::of));
    }

    Map<UUID, Product> productsById(Actor actor, Set<UUID> ids) {
        return database.read(actor, query -> RowsById.fetch(query, PRODUCT, PRODUCT.ID, ids, Product::of));
    }
}
