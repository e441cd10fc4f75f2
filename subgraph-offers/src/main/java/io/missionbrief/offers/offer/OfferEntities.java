package io.missionbrief.offers.offer;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Offers that other subgraphs point to. */
@Controller
class OfferEntities {

    private final OfferQueries offers;

    OfferEntities(OfferQueries offers) {
        this.offers = offers;
    }

    @EntityMapping
    List<@Nullable Offer> offer(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> offers.byIds(actor, ids));
    }
}
