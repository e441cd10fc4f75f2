package io.missionbrief.offers.offer;

import io.missionbrief.subgraph.event.Event;
import io.missionbrief.subgraph.event.PersonalFields;
import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loaders by which nested fields are read, each by one statement however many objects there are. */
@Component
class OfferLoaders {

    OfferLoaders(
            BatchLoaderRegistry registry, OfferQueries offers, TenantDatabase database, PersonalFields personalFields) {
        registry.<Event, Event>forName("openedEvent")
                .registerMappedBatchLoader(ActorBatch.of((actor, events) -> database.read(
                        actor,
                        query -> events.stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), event -> personalFields.open(query, event))))));
        registry.<ChildPage<UUID>, Connection<Offer>>forName("offersOfQuote")
                .registerMappedBatchLoader(ActorBatch.of(offers::ofQuotes));
        registry.<ChildPage<UUID>, Connection<Offer>>forName("offersOfLead")
                .registerMappedBatchLoader(ActorBatch.of(offers::ofLeads));
        registry.<ChildPage<UUID>, Connection<Offer>>forName("offersOfApplication")
                .registerMappedBatchLoader(ActorBatch.of(offers::ofApplications));
    }
}
