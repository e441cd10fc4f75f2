package io.missionbrief.admin.membership;

import io.missionbrief.admin.user.User;
import io.missionbrief.admin.user.Users;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The caller: what a person needs to choose a workspace, and may therefore know before one is chosen. */
@Controller
class MeController {

    private final Users users;
    private final MembershipQueries memberships;

    MeController(Users users, MembershipQueries memberships) {
        this.users = users;
        this.memberships = memberships;
    }

    record Me(@Nullable User user, @Nullable String email) {}

    @QueryMapping
    Me me(Actor actor) {
        User user = users.own(actor);
        return new Me(user, user == null ? null : user.email());
    }

    @SchemaMapping(typeName = "Me")
    Connection<Membership> memberships(PageRequest page, Actor actor) {
        return memberships.own(actor, page);
    }
}
