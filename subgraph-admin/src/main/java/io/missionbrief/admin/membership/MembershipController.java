package io.missionbrief.admin.membership;

import io.missionbrief.admin.role.Role;
import io.missionbrief.admin.role.Roles;
import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.admin.workspace.Workspaces;
import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** The members of a workspace, and what hangs on a membership. */
@Controller
class MembershipController {

    private final MembershipQueries memberships;
    private final Roles roles;

    MembershipController(
            BatchLoaderRegistry loaders, MembershipQueries memberships, Workspaces workspaces, Roles roles) {
        this.memberships = memberships;
        this.roles = roles;
        loaders.<String, Workspace>forName("workspacesOfMemberships")
                .registerMappedBatchLoader(ActorBatch.of(workspaces::byIds));
    }

    @QueryMapping
    Connection<Membership> members(
            @Argument @Nullable MembershipFilter filter,
            @Argument @Nullable MembershipSort sort,
            PageRequest page,
            Actor actor) {
        return memberships.page(
                actor,
                filter == null ? DSL.noCondition() : filter.condition(),
                sort == null ? MembershipSort.oldestFirst() : sort.keyset(),
                page);
    }

    @QueryMapping
    @Nullable
    Membership member(@Argument String id, Actor actor) {
        return memberships.byId(actor, ObjectId.parse("id", id));
    }

    @SchemaMapping(typeName = "Membership")
    Role role(Membership membership) {
        return roles.of(membership.roleName());
    }

    @SchemaMapping(typeName = "Membership")
    CompletableFuture<@Nullable Workspace> workspace(
            Membership membership, DataLoader<String, @Nullable Workspace> workspacesOfMemberships) {
        return workspacesOfMemberships.load(membership.workspaceId());
    }
}
