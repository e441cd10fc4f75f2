package io.missionbrief.admin.opening;

import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** New workspaces, for operators of the platform. */
@Controller
class CreateWorkspaceController {

    private final CreateWorkspace createWorkspace;

    CreateWorkspaceController(CreateWorkspace createWorkspace) {
        this.createWorkspace = createWorkspace;
    }

    record CreateWorkspacePayload(@Nullable Workspace workspace, List<UserError> userErrors) {}

    @MutationMapping
    CreateWorkspacePayload createWorkspace(@Argument CreateWorkspaceInput input, Actor actor) {
        return createWorkspace
                .execute(actor, input)
                .fold(
                        workspace -> new CreateWorkspacePayload(workspace, List.of()),
                        errors -> new CreateWorkspacePayload(null, errors));
    }
}
