package io.missionbrief.admin.workspace;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Changes the name or the settings of the actor's workspace. */
@Service
class UpdateWorkspace {

    private static final UserError CLOSED = new UserError(
            UserErrorCode.NOT_FOUND, List.of(), "The workspace that your token is bound to is no longer there");

    private final Mutations mutations;
    private final ChangeRecorder changes;

    UpdateWorkspace(Mutations mutations, ChangeRecorder changes) {
        this.mutations = mutations;
        this.changes = changes;
    }

    Outcome<Workspace> execute(Actor actor, UpdateWorkspaceInput input) {
        Condition own = WORKSPACE.WORKSPACE_ID.eq(actor.requireWorkspace().value());
        return check(input)
                .then(() -> mutations.run(
                        actor,
                        new Mutation("updateWorkspace", input.idempotencyKey(), input),
                        transaction -> Workspaces.WORKSPACES
                                .lock(transaction, own, input.expectedVersion(), CLOSED)
                                .map(before -> update(transaction, actor, before, input)),
                        Workspace::id,
                        Workspaces.WORKSPACES::find));
    }

    private static InputCheck check(UpdateWorkspaceInput input) {
        InputCheck check = new InputCheck();
        if (!input.name().isOmitted()) {
            WorkspaceRules.name(check, input.name().value());
        }
        return WorkspaceRules.freeForm(check, "settings", input.settings().value());
    }

    private Workspace update(DSLContext transaction, Actor actor, Workspace before, UpdateWorkspaceInput input) {
        ChangedColumns columns = columns(before, input);
        return columns.isEmpty()
                ? before
                : changes.changed(
                        transaction,
                        actor,
                        WorkspaceEvents.UPDATED,
                        before,
                        Workspaces.WORKSPACES.update(transaction, before, columns));
    }

    private static ChangedColumns columns(Workspace before, UpdateWorkspaceInput input) {
        ChangedColumns columns = new ChangedColumns().change(WORKSPACE.NAME, before.name(), input.name(), Text::orNull);
        JsonDocument settings = JsonDocument.ofOptionalObject(input.settings().value());
        return input.settings().isOmitted() || settings.means(before.settingsDocument())
                ? columns
                : columns.set(WORKSPACE.SETTINGS, settings.column());
    }
}
