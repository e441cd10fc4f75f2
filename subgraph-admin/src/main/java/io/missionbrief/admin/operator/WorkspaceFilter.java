package io.missionbrief.admin.operator;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.workspace.PlanTier;
import io.missionbrief.admin.workspace.WorkspaceStatus;
import io.missionbrief.subgraph.graphql.Conditions;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on workspaces; null is no condition. */
record WorkspaceFilter(
        @Nullable List<WorkspaceStatus> status, @Nullable List<PlanTier> planTier) {

    Condition condition() {
        return new Conditions()
                .oneOf(WORKSPACE.STATUS, status)
                .oneOf(WORKSPACE.PLAN_TIER, planTier)
                .all();
    }
}
