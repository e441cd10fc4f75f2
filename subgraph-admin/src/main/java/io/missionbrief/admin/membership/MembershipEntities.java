package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Memberships by their keys, for the router. */
@Controller
class MembershipEntities {

    private final MembershipQueries memberships;

    MembershipEntities(MembershipQueries memberships) {
        this.memberships = memberships;
    }

    @EntityMapping
    List<@Nullable Membership> membership(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> memberships.byIds(actor, ids));
    }
}
