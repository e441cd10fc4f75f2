package io.missionbrief.subgraph.graphql;

import graphql.GraphQLContext;
import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.dataloader.BatchLoaderEnvironment;
import reactor.core.publisher.Mono;

/** Batch loaders that see the actor of their request. */
public final class ActorBatch {

    private ActorBatch() {}

    /**
     * A batch loader for {@code BatchLoaderRegistry.forTypePair(...).registerMappedBatchLoader(...)}.
     *
     * @param load the values by their keys; one that is absent is null to the query
     */
    public static <K, V> BiFunction<Set<K>, BatchLoaderEnvironment, Mono<Map<K, V>>> of(
            BiFunction<Actor, Set<K>, Map<K, V>> load) {
        return (keys, environment) -> Mono.fromSupplier(() -> load.apply(actor(environment), keys));
    }

    private static Actor actor(BatchLoaderEnvironment environment) {
        GraphQLContext context = Objects.requireNonNull(environment.getContext());
        return Objects.requireNonNull(context.get(Actor.class));
    }
}
