package io.missionbrief.plans.workspaceproduct;

import static io.missionbrief.plans.jooq.Tables.WORKSPACE_PRODUCT;

import io.missionbrief.plans.jooq.tables.records.WorkspaceProductRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;

/** An order of a workspace's products. */
record WorkspaceProductSort(WorkspaceProductSortField field, SortDirection direction) {

    static final WorkspaceProductSort OLDEST_FIRST =
            new WorkspaceProductSort(WorkspaceProductSortField.CREATED_AT, SortDirection.ASC);

    Keyset<WorkspaceProductRecord> keyset() {
        return switch (field) {
            case CREATED_AT ->
                Keyset.of(
                        WORKSPACE_PRODUCT,
                        direction.of(WORKSPACE_PRODUCT.CREATED_AT),
                        direction.of(WORKSPACE_PRODUCT.ID));
        };
    }
}
