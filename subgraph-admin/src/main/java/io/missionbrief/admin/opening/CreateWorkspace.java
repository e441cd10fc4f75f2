package io.missionbrief.admin.opening;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.membership.AddMember;
import io.missionbrief.admin.role.Role;
import io.missionbrief.admin.role.Roles;
import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.admin.workspace.WorkspaceRules;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.OperatorDatabase;
import io.missionbrief.subgraph.tenancy.OperatorRead;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Creates a workspace with its first owner. The operator's repeated call is recognised in the operator's own workspace;
 * the new rows and their events are written in the new one, so that its log begins with its beginning.
 */
@Service
class CreateWorkspace {

    private final Mutations mutations;
    private final TenantDatabase database;
    private final NewWorkspaces newWorkspaces;
    private final OperatorDatabase operators;
    private final AddMember addMember;
    private final Roles roles;

    CreateWorkspace(
            Mutations mutations,
            TenantDatabase database,
            NewWorkspaces newWorkspaces,
            OperatorDatabase operators,
            AddMember addMember,
            Roles roles) {
        this.mutations = mutations;
        this.database = database;
        this.newWorkspaces = newWorkspaces;
        this.operators = operators;
        this.addMember = addMember;
        this.roles = roles;
    }

    Outcome<Workspace> execute(Actor actor, CreateWorkspaceInput input) {
        operators.requireOperator(actor);
        return check(input)
                .then(() -> NewWorkspaceKey.of(input.workspaceId()))
                .then(key -> mutations.run(
                        actor,
                        new Mutation("createWorkspace", input.idempotencyKey(), input),
                        transaction -> database.within(
                                transaction, inside(actor, key), there -> open(there, inside(actor, key), input)),
                        Workspace::id,
                        (outside, id) -> openedBefore(actor, id)));
    }

    /** The operator's own workspace does not show the other one: a repeated call reads it as operators read. */
    private @Nullable Workspace openedBefore(Actor actor, UUID id) {
        return operators.<@Nullable Workspace>read(
                actor,
                OperatorRead.one("createWorkspace", id.toString()),
                sql -> sql.selectFrom(WORKSPACE).where(WORKSPACE.ID.eq(id)).fetchOne(Workspace::of));
    }

    private static InputCheck check(CreateWorkspaceInput input) {
        InputCheck check = WorkspaceRules.name(new InputCheck(), input.name());
        WorkspaceRules.freeForm(check, "settings", input.settings());
        WorkspaceRules.freeForm(check, "limits", input.limits());
        if (input.owner() != null) {
            input.owner().check(check, "owner");
        }
        return check;
    }

    private static Actor inside(Actor actor, WorkspaceId key) {
        return new Actor(actor.userId(), key, actor.scopes(), actor.roles(), actor.expiresAt());
    }

    private Outcome<Workspace> open(DSLContext transaction, Actor actor, CreateWorkspaceInput input) {
        Workspace workspace = newWorkspaces.insert(
                transaction, actor, input.name(), input.planTier(), input.settings(), input.limits());
        if (workspace == null) {
            return Outcome.refused(
                    UserErrorCode.ALREADY_EXISTS,
                    "workspaceId",
                    "There is a workspace with this key, whatever its capitals: choose another key");
        }
        return input.owner() == null
                ? Outcome.done(workspace)
                : addMember
                        .add(transaction, actor, input.owner(), roles.of(Role.OWNER))
                        .map(owner -> workspace);
    }
}
