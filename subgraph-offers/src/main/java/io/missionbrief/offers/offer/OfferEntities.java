package io.missionbrief.offers.offer;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Offers that other subgraphs point to. */
@Controller
class OfferEntities {

    private final TenantDatabase database;

    OfferEntities(TenantDatabase database) {
        this.database = database;
    }

    @EntityMapping
    List<@Nullable Offer> offer(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> database.read(actor, query -> OfferQueries.byIds(query, ids)));
    }
}
