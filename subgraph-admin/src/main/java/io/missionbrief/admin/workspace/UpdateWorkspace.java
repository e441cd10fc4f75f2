package io.missionbrief.admin.workspace;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.jooq.tables.records.WorkspaceRecord;
import io.missionbrief.subgraph.event.Changes;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;

/** Changes the name or the settings of the actor's workspace. */
@Service
class UpdateWorkspace {

    private static final int LONGEST_NAME = 200;

    private final Mutations mutations;
    private final Workspaces workspaces;
    private final EventLog events;

    UpdateWorkspace(Mutations mutations, Workspaces workspaces, EventLog events) {
        this.mutations = mutations;
        this.workspaces = workspaces;
        this.events = events;
    }

    Outcome<Workspace> execute(Actor actor, UpdateWorkspaceInput input) {
        actor.requireWorkspace();
        InputCheck check = new InputCheck();
        if (input.name() != null) {
            check.text("name", input.name(), LONGEST_NAME);
        }
        FreeForm.check(check, "settings", input.settings());
        return check.then(() -> mutations.run(
                actor,
                new Mutation("updateWorkspace", input.idempotencyKey(), input),
                transaction -> update(transaction, actor, input),
                Workspace::uuid,
                workspaces::find));
    }

    private Outcome<Workspace> update(DSLContext transaction, Actor actor, UpdateWorkspaceInput input) {
        WorkspaceRecord row = transaction
                .selectFrom(WORKSPACE)
                .where(WORKSPACE.WORKSPACE_ID.eq(actor.requireWorkspace().value()))
                .forNoKeyUpdate()
                .fetchSingle();
        if (row.getVersion() != input.expectedVersion()) {
            return Outcome.refused(UserError.staleVersion(input.expectedVersion(), row.getVersion()));
        }
        Workspace before = Workspace.of(row);
        Workspace after = transaction
                .update(WORKSPACE)
                .set(WORKSPACE.NAME, input.name() == null ? row.getName() : input.name())
                .set(
                        WORKSPACE.SETTINGS,
                        input.settings() == null ? row.getSettings() : FreeForm.column(input.settings()))
                .set(WORKSPACE.VERSION, row.getVersion() + 1)
                .set(WORKSPACE.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(WORKSPACE.WORKSPACE_ID.eq(row.getWorkspaceId()))
                .returning()
                .fetchSingle(Workspace::of);
        events.append(
                transaction,
                actor,
                new NewEvent(
                        "Workspace.Updated",
                        "Workspace",
                        after.uuid(),
                        after.version(),
                        after.state(),
                        Changes.between(before.state(), after.state()),
                        null));
        return Outcome.done(after);
    }
}
