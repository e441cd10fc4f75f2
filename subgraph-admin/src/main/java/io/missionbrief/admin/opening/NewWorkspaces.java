package io.missionbrief.admin.opening;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.workspace.PlanTier;
import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.admin.workspace.WorkspaceEvents;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows of new workspaces, with the first event of each. */
@Repository
class NewWorkspaces {

    private final ChangeRecorder changes;

    NewWorkspaces(ChangeRecorder changes) {
        this.changes = changes;
    }

    /** The new workspace, whose key the actor is bound to; null when there is one with this key, whatever its capitals. */
    @Nullable
    Workspace insert(
            DSLContext transaction,
            Actor actor,
            String name,
            PlanTier planTier,
            @Nullable Object settings,
            @Nullable Object limits) {
        Workspace workspace = transaction
                .insertInto(WORKSPACE)
                .set(WORKSPACE.WORKSPACE_ID, actor.requireWorkspace().value())
                .set(WORKSPACE.NAME, name.strip())
                .set(WORKSPACE.PLAN_TIER, planTier.name())
                .set(WORKSPACE.SETTINGS, JsonDocument.ofOptionalObject(settings).column())
                .set(WORKSPACE.LIMITS, JsonDocument.ofOptionalObject(limits).column())
                .onConflictDoNothing()
                .returning()
                .fetchOne(Workspace::of);
        return workspace == null ? null : changes.created(transaction, actor, WorkspaceEvents.CREATED, workspace);
    }
}
