package io.missionbrief.subgraph.test.sample;

import io.missionbrief.subgraph.graphql.ActorBatch;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class TallyController {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    TallyController(BatchLoaderRegistry loaders) {
        loaders.<String, Integer>forName("valueOfTally").registerMappedBatchLoader(ActorBatch.of((actor, names) -> {
            Map<String, Integer> values = new ConcurrentHashMap<>();
            names.forEach(name -> values.put(name, counts.getOrDefault(name, 0)));
            return values;
        }));
    }

    @QueryMapping
    Tally tally(@Argument String name) {
        return new Tally(name);
    }

    @MutationMapping
    Tally count(@Argument String name) {
        counts.merge(name, 1, Integer::sum);
        return new Tally(name);
    }

    @SubscriptionMapping
    Flux<Tally> counted(@Argument String name) {
        return Flux.range(1, 3).map(time -> count(name));
    }

    @SchemaMapping
    CompletableFuture<Integer> value(Tally tally, DataLoader<String, Integer> valueOfTally) {
        return valueOfTally.load(tally.name());
    }

    @SchemaMapping
    List<Tally> few(Tally tally, @Argument int times) {
        return Collections.nCopies(times, tally);
    }

    @SchemaMapping
    List<Tally> again(Tally tally) {
        return List.of(tally);
    }
}
