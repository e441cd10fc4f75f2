package io.missionbrief.examplename.examplenoun;

import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The fields of the root that read and change example things. */
@Controller
class ExampleThingController {

    private final ExampleThingQueries queries;
    private final CreateExampleThing create;
    private final UpdateExampleThing update;

    ExampleThingController(ExampleThingQueries queries, CreateExampleThing create, UpdateExampleThing update) {
        this.queries = queries;
        this.create = create;
        this.update = update;
    }

    @QueryMapping
    @Nullable
    ExampleThing exampleThing(@Argument String id, Actor actor) {
        return queries.byId(actor, ObjectId.parse("id", id));
    }

    @QueryMapping
    Connection<ExampleThing> exampleThings(PageRequest page, Actor actor) {
        return queries.page(actor, page);
    }

    @MutationMapping
    ExampleThingPayload createExampleThing(@Argument ExampleThingInput.Create input, Actor actor) {
        return ExampleThingPayload.of(create.execute(actor, input));
    }

    @MutationMapping
    ExampleThingPayload updateExampleThing(@Argument ExampleThingInput.Update input, Actor actor) {
        return ExampleThingPayload.of(update.execute(actor, input));
    }
}
