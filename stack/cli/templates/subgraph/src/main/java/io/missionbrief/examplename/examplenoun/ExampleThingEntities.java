package io.missionbrief.examplename.examplenoun;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Resolves example things that other subgraphs refer to. */
@Controller
class ExampleThingEntities {

    private final ExampleThingQueries queries;

    ExampleThingEntities(ExampleThingQueries queries) {
        this.queries = queries;
    }

    @EntityMapping
    List<@Nullable ExampleThing> exampleThing(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> queries.byIds(actor, ids));
    }
}
