package io.missionbrief.plans.workspaceproduct;

import io.missionbrief.plans.catalogue.Product;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields about the products of a workspace. */
@Controller
class WorkspaceProductController {

    private final WorkspaceProductQueries products;
    private final AttachProduct attachProduct;
    private final DetachProduct detachProduct;

    WorkspaceProductController(
            WorkspaceProductQueries products, AttachProduct attachProduct, DetachProduct detachProduct) {
        this.products = products;
        this.attachProduct = attachProduct;
        this.detachProduct = detachProduct;
    }

    @QueryMapping
    Connection<WorkspaceProduct> workspaceProducts(
            @Argument @Nullable WorkspaceProductFilter filter,
            @Argument @Nullable WorkspaceProductSort sort,
            PageRequest page,
            Actor actor) {
        return products.page(
                actor,
                Objects.requireNonNullElse(filter, WorkspaceProductFilter.NONE),
                Objects.requireNonNullElse(sort, WorkspaceProductSort.OLDEST_FIRST),
                page);
    }

    @MutationMapping
    WorkspaceProductPayload attachProduct(@Argument AttachProductInput input, Actor actor) {
        return WorkspaceProductPayload.of(attachProduct.execute(actor, input));
    }

    @MutationMapping
    WorkspaceProductPayload detachProduct(@Argument DetachProductInput input, Actor actor) {
        return WorkspaceProductPayload.of(detachProduct.execute(actor, input));
    }

    @SchemaMapping
    CompletableFuture<Product> product(WorkspaceProduct workspaceProduct, DataLoader<UUID, Product> products) {
        return products.load(workspaceProduct.productId());
    }
}
