package io.missionbrief.plans.catalogue;

import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import java.util.UUID;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loaders by which nested fields reach the catalogue, with one statement for all objects of a level. */
@Component
class CatalogueLoaders {

    CatalogueLoaders(BatchLoaderRegistry registry, CatalogueQueries catalogue) {
        registry.forTypePair(UUID.class, Industry.class)
                .registerMappedBatchLoader(ActorBatch.of(catalogue::industriesById));
        registry.forTypePair(UUID.class, ProductCategory.class)
                .registerMappedBatchLoader(ActorBatch.of(catalogue::categoriesById));
        registry.forTypePair(UUID.class, Product.class)
                .registerMappedBatchLoader(ActorBatch.of(catalogue::productsById));
        registry.<ChildPage<UUID>, Connection<ProductCategory>>forName("categoriesOfIndustry")
                .registerMappedBatchLoader(ActorBatch.of(catalogue::categories));
        registry.<ChildPage<UUID>, Connection<Product>>forName("productsOfCategory")
                .registerMappedBatchLoader(ActorBatch.of(catalogue::productsOf));
    }
}
