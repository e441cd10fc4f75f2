package io.missionbrief.admin.opening;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.workspace.FreeForm;
import io.missionbrief.admin.workspace.PlanTier;
import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.subgraph.event.Changes;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows of new workspaces, with the first event of each. */
@Repository
class NewWorkspaces {

    private final EventLog events;

    NewWorkspaces(EventLog events) {
        this.events = events;
    }

    /** The new workspace, whose key the actor is bound to; null when there is one with this key, whatever its capitals. */
    @Nullable
    Workspace insert(
            DSLContext transaction,
            Actor actor,
            String name,
            PlanTier planTier,
            @Nullable Map<String, @Nullable Object> settings,
            @Nullable Map<String, @Nullable Object> limits) {
        Workspace workspace = transaction
                .insertInto(WORKSPACE)
                .set(WORKSPACE.WORKSPACE_ID, actor.requireWorkspace().value())
                .set(WORKSPACE.NAME, name)
                .set(WORKSPACE.PLAN_TIER, planTier.name())
                .set(WORKSPACE.SETTINGS, FreeForm.column(settings))
                .set(WORKSPACE.LIMITS, FreeForm.column(limits))
                .onConflictDoNothing()
                .returning()
                .fetchOne(Workspace::of);
        if (workspace != null) {
            events.append(
                    transaction,
                    actor,
                    new NewEvent(
                            "Workspace.Created",
                            "Workspace",
                            workspace.uuid(),
                            workspace.version(),
                            workspace.state(),
                            Changes.between(Map.of(), workspace.state()),
                            null));
        }
        return workspace;
    }
}
