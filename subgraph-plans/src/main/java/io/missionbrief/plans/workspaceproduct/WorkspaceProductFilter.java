package io.missionbrief.plans.workspaceproduct;

import static io.missionbrief.plans.jooq.Tables.WORKSPACE_PRODUCT;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on a workspace's products; null is no condition. */
record WorkspaceProductFilter(@Nullable Boolean enabled) {

    static final WorkspaceProductFilter NONE = new WorkspaceProductFilter(null);

    Condition condition() {
        return enabled == null ? DSL.noCondition() : WORKSPACE_PRODUCT.ENABLED.eq(enabled);
    }
}
