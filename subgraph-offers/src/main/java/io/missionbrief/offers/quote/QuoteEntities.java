package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Quotes that other subgraphs point to. */
@Controller
class QuoteEntities {

    private final TenantDatabase database;

    QuoteEntities(TenantDatabase database) {
        this.database = database;
    }

    @EntityMapping
    List<@Nullable Quote> quote(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> database.read(actor, query -> QuoteQueries.byIds(query, ids)));
    }
}
