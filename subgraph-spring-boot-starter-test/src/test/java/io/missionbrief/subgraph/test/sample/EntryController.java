package io.missionbrief.subgraph.test.sample;

import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

@Controller
class EntryController {

    private final Entries entries;

    EntryController(Entries entries, BatchLoaderRegistry loaders) {
        this.entries = entries;
        loaders.<ChildPage<UUID>, Connection<Entry>>forName("entriesBelow")
                .registerMappedBatchLoader(ActorBatch.of(entries::below));
    }

    @QueryMapping
    Connection<Entry> entries(PageRequest page, Actor actor) {
        return entries.page(actor, page);
    }

    @QueryMapping
    @Nullable
    Entry entry(@Argument String id, Actor actor) {
        UUID parsed = ObjectId.parse("id", id);
        return entries.byId(actor, Set.of(parsed)).get(parsed);
    }

    @MutationMapping
    CreateEntryPayload createEntry(@Argument CreateEntryInput input, Actor actor) {
        return entries.create(actor, input)
                .fold(
                        entry -> new CreateEntryPayload(entry, List.of()),
                        errors -> new CreateEntryPayload(null, errors));
    }

    @SchemaMapping
    CompletableFuture<Connection<Entry>> entries(
            Entry entry, PageRequest page, DataLoader<ChildPage<UUID>, Connection<Entry>> entriesBelow) {
        return entriesBelow.load(new ChildPage<>(entry.id(), page));
    }

    @EntityMapping
    List<@Nullable Entry> entry(@Argument List<String> idList, Actor actor) {
        if (idList.contains("break")) {
            throw new IllegalStateException("select secret from entry");
        }
        return EntityBatch.load(idList, ids -> entries.byId(actor, ids));
    }
}
