package io.missionbrief.plans.catalogue;

import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The catalogue's fields. */
@Controller
class CatalogueController {

    private final CatalogueQueries catalogue;

    CatalogueController(CatalogueQueries catalogue) {
        this.catalogue = catalogue;
    }

    @QueryMapping
    Connection<Industry> industries(PageRequest page, Actor actor) {
        return catalogue.industries(actor, page);
    }

    @QueryMapping
    Connection<Product> products(
            @Argument @Nullable ProductFilter filter,
            @Argument @Nullable ProductSort sort,
            PageRequest page,
            Actor actor) {
        return catalogue.products(
                actor,
                Objects.requireNonNullElse(filter, ProductFilter.NONE),
                Objects.requireNonNullElse(sort, ProductSort.BY_NAME),
                page);
    }

    @QueryMapping
    @Nullable
    Product product(@Argument String id, Actor actor) {
        UUID product = ObjectId.parse("id", id);
        return catalogue.productsById(actor, Set.of(product)).get(product);
    }

    @SchemaMapping
    CompletableFuture<Connection<ProductCategory>> categories(
            Industry industry,
            PageRequest page,
            DataLoader<ChildPage<UUID>, Connection<ProductCategory>> categoriesOfIndustry) {
        return categoriesOfIndustry.load(new ChildPage<>(industry.id(), page));
    }

    @SchemaMapping
    CompletableFuture<Industry> industry(ProductCategory category, DataLoader<UUID, Industry> industries) {
        return industries.load(category.industryId());
    }

    @SchemaMapping
    CompletableFuture<Connection<Product>> products(
            ProductCategory category,
            PageRequest page,
            DataLoader<ChildPage<UUID>, Connection<Product>> productsOfCategory) {
        return productsOfCategory.load(new ChildPage<>(category.id(), page));
    }

    @SchemaMapping
    CompletableFuture<ProductCategory> category(Product product, DataLoader<UUID, ProductCategory> categories) {
        return categories.load(product.categoryId());
    }
}
