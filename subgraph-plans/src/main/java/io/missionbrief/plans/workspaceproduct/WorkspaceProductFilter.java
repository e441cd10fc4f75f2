package io.missionbrief.plans.workspaceproduct;

import static io.missionbrief.plans.jooq.Tables.WORKSPACE_PRODUCT;

import io.missionbrief.subgraph.graphql.Conditions;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on a workspace's products; null is no condition. */
record WorkspaceProductFilter(@Nullable Boolean enabled) {

    static final WorkspaceProductFilter NONE = new WorkspaceProductFilter(null);

    Condition condition() {
        return new Conditions().when(enabled, WORKSPACE_PRODUCT.ENABLED::eq).all();
    }
}
