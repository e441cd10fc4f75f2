package io.missionbrief.admin.operator;

import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Queries across workspaces, each recorded before it is answered. */
@Controller
class OperatorController {

    private final OperatorWorkspaces workspaces;

    OperatorController(OperatorWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @QueryMapping
    Connection<Workspace> operatorWorkspaces(
            @Argument @Nullable WorkspaceFilter filter,
            @Argument @Nullable WorkspaceSort sort,
            PageRequest page,
            Actor actor) {
        return workspaces.page(actor, filter, sort == null ? WorkspaceSort.NEWEST_FIRST : sort, page);
    }

    @QueryMapping
    @Nullable
    Workspace operatorWorkspace(@Argument String id, Actor actor) {
        return workspaces.byKey(actor, id);
    }
}
