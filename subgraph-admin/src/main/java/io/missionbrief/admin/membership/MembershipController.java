package io.missionbrief.admin.membership;

import graphql.GraphQLContext;
import io.missionbrief.admin.user.User;
import io.missionbrief.admin.user.Users;
import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.admin.workspace.Workspaces;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The members of a workspace, and what hangs on a membership. */
@Controller
class MembershipController {

    private final MembershipLists lists;
    private final Users users;
    private final Workspaces workspaces;

    MembershipController(MembershipLists lists, Users users, Workspaces workspaces) {
        this.lists = lists;
        this.users = users;
        this.workspaces = workspaces;
    }

    @QueryMapping
    Connection<Membership> members(
            @Argument @Nullable MembershipFilter filter,
            @Argument @Nullable MembershipSort sort,
            PageRequest page,
            Actor actor) {
        return lists.here(actor, filter, sort, page);
    }

    @QueryMapping
    @Nullable
    Membership member(@Argument String id, Actor actor) {
        return lists.find(actor, ObjectId.parse("id", id));
    }

    @BatchMapping
    List<@Nullable User> user(List<Membership> memberships, GraphQLContext context) {
        Set<UUID> ids = memberships.stream().map(Membership::userId).collect(Collectors.toSet());
        Map<UUID, User> found = users.byIds(actor(context), ids);
        List<@Nullable User> answer = new ArrayList<>();
        memberships.forEach(membership -> answer.add(found.get(membership.userId())));
        return answer;
    }

    @BatchMapping
    List<@Nullable Workspace> workspace(List<Membership> memberships, GraphQLContext context) {
        Set<String> ids = memberships.stream().map(Membership::workspaceId).collect(Collectors.toSet());
        Map<String, Workspace> found = workspaces.byIds(actor(context), ids);
        List<@Nullable Workspace> answer = new ArrayList<>();
        memberships.forEach(membership -> answer.add(found.get(membership.workspaceId())));
        return answer;
    }

    private static Actor actor(GraphQLContext context) {
        return Objects.requireNonNull(context.get(Actor.class));
    }
}
