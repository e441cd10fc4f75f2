package io.missionbrief.plans.catalogue;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Resolves products of the catalogue that other subgraphs refer to. */
@Controller
class ProductEntities {

    private final CatalogueQueries catalogue;

    ProductEntities(CatalogueQueries catalogue) {
        this.catalogue = catalogue;
    }

    @EntityMapping
    List<@Nullable Product> product(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> catalogue.productsById(actor, ids));
    }
}
