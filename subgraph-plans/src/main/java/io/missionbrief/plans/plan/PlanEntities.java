package io.missionbrief.plans.plan;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Resolves plans that other subgraphs refer to. */
@Controller
class PlanEntities {

    private final PlanQueries plans;

    PlanEntities(PlanQueries plans) {
        this.plans = plans;
    }

    @EntityMapping
    List<@Nullable Plan> plan(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> plans.byId(actor, ids));
    }
}
