package io.missionbrief.leads.application;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Applications that other subgraphs point to. */
@Controller
class ApplicationEntities {

    private final ApplicationQueries applications;

    ApplicationEntities(ApplicationQueries applications) {
        this.applications = applications;
    }

    @EntityMapping
    List<@Nullable Application> application(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> applications.byIds(actor, ids));
    }
}
