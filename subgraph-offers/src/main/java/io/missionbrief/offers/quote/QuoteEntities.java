package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Quotes that other subgraphs point to. */
@Controller
class QuoteEntities {

    private final QuoteQueries quotes;

    QuoteEntities(QuoteQueries quotes) {
        this.quotes = quotes;
    }

    @EntityMapping
    List<@Nullable Quote> quote(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> quotes.byIds(actor, ids));
    }
}
