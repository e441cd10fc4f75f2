package io.missionbrief.plans.workspaceproduct;

import static io.missionbrief.plans.jooq.Tables.PRODUCT;
import static io.missionbrief.plans.jooq.Tables.WORKSPACE_PRODUCT;

import io.missionbrief.plans.jooq.tables.records.WorkspaceProductRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code workspace_product}. */
@Repository
class WorkspaceProductQueries {

    static final VersionedTable<WorkspaceProductRecord, WorkspaceProduct> PRODUCTS =
            new VersionedTable<>(WORKSPACE_PRODUCT, "workspaceProduct", WorkspaceProduct::of);

    private final TenantDatabase database;
    private final Pages pages;

    WorkspaceProductQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    Connection<WorkspaceProduct> page(
            Actor actor, WorkspaceProductFilter filter, WorkspaceProductSort sort, PageRequest page) {
        return pages.page(actor, sort.keyset(), filter.condition(), page, WorkspaceProduct::of);
    }

    /** Those with these ids, as far as the actor may see them. */
    Map<UUID, WorkspaceProduct> byId(Actor actor, Set<UUID> ids) {
        return database.read(
                actor,
                query -> RowsById.fetch(query, WORKSPACE_PRODUCT, WORKSPACE_PRODUCT.ID, ids, WorkspaceProduct::of));
    }

    /** The new row of a product that was never attached; null when it was. */
    @Nullable
    WorkspaceProduct insert(DSLContext transaction, UUID product) {
        return transaction
                .insertInto(WORKSPACE_PRODUCT)
                .set(WORKSPACE_PRODUCT.PRODUCT_ID, product)
                .onConflict(WORKSPACE_PRODUCT.WORKSPACE_ID, WORKSPACE_PRODUCT.PRODUCT_ID)
                .doNothing()
                .returning()
                .fetchOne(WorkspaceProduct::of);
    }

    /** Whether a product is sold, which stays so until the transaction ends; null when it was never attached. */
    @Nullable
    Boolean isEnabled(DSLContext transaction, UUID product) {
        return transaction
                .select(WORKSPACE_PRODUCT.ENABLED)
                .from(WORKSPACE_PRODUCT)
                .where(WORKSPACE_PRODUCT.PRODUCT_ID.eq(product))
                .forShare()
                .fetchOne(WORKSPACE_PRODUCT.ENABLED);
    }

    boolean isInCatalogue(DSLContext transaction, UUID product) {
        return transaction.fetchExists(PRODUCT, PRODUCT.ID.eq(product));
    }
}
