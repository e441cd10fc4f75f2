package io.missionbrief.admin.user;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Users by their keys, for the router. */
@Controller
class UserEntities {

    private final Users users;

    UserEntities(Users users) {
        this.users = users;
    }

    @EntityMapping
    List<@Nullable User> user(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> users.byIds(actor, ids));
    }
}
