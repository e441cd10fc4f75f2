package io.missionbrief.admin.workspace;

import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The workspace of the caller. */
@Controller
class WorkspaceController {

    private final Workspaces workspaces;
    private final UpdateWorkspace updateWorkspace;

    WorkspaceController(Workspaces workspaces, UpdateWorkspace updateWorkspace) {
        this.workspaces = workspaces;
        this.updateWorkspace = updateWorkspace;
    }

    record UpdateWorkspacePayload(@Nullable Workspace workspace, List<UserError> userErrors) {}

    @QueryMapping
    @Nullable
    Workspace workspace(Actor actor) {
        return workspaces.bound(actor);
    }

    /** The schema knows a workspace by its key. */
    @SchemaMapping(typeName = "Workspace")
    String id(Workspace workspace) {
        return workspace.key();
    }

    @MutationMapping
    UpdateWorkspacePayload updateWorkspace(@Argument UpdateWorkspaceInput input, Actor actor) {
        return updateWorkspace
                .execute(actor, input)
                .fold(
                        workspace -> new UpdateWorkspacePayload(workspace, List.of()),
                        errors -> new UpdateWorkspacePayload(null, errors));
    }
}
