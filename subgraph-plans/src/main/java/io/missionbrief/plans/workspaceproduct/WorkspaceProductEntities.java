package io.missionbrief.plans.workspaceproduct;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Resolves products of a workspace that other subgraphs refer to. */
@Controller
class WorkspaceProductEntities {

    private final WorkspaceProductQueries products;

    WorkspaceProductEntities(WorkspaceProductQueries products) {
        this.products = products;
    }

    @EntityMapping
    List<@Nullable WorkspaceProduct> workspaceProduct(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> products.byId(actor, ids));
    }
}
