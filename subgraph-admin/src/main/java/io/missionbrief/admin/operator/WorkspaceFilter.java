package io.missionbrief.admin.operator;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.workspace.PlanTier;
import io.missionbrief.admin.workspace.WorkspaceStatus;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on workspaces; null is no condition. */
record WorkspaceFilter(
        @Nullable List<WorkspaceStatus> status, @Nullable List<PlanTier> planTier) {

    Condition condition() {
        return oneOf(WORKSPACE.STATUS, status).and(oneOf(WORKSPACE.PLAN_TIER, planTier));
    }

    private static Condition oneOf(Field<String> column, @Nullable List<? extends Enum<?>> values) {
        return values == null
                ? DSL.noCondition()
                : column.eq(DSL.any(values.stream().map(Enum::name).toArray(String[]::new)));
    }
}
