package io.missionbrief.plans.version;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Resolves plan versions that other subgraphs refer to. */
@Controller
class PlanVersionEntities {

    private final PlanVersionQueries versions;

    PlanVersionEntities(PlanVersionQueries versions) {
        this.versions = versions;
    }

    @EntityMapping
    List<@Nullable PlanVersion> planVersion(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> versions.byId(actor, ids));
    }
}
