package io.missionbrief.plans.workspaceproduct;

import static io.missionbrief.plans.jooq.Tables.WORKSPACE_PRODUCT;
import static io.missionbrief.plans.workspaceproduct.WorkspaceProductQueries.PRODUCTS;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Lets a workspace sell a product, for the first time or again. */
@Service
class AttachProduct {

    private final Mutations mutations;
    private final WorkspaceProductQueries products;
    private final ChangeRecorder changes;

    AttachProduct(Mutations mutations, WorkspaceProductQueries products, ChangeRecorder changes) {
        this.mutations = mutations;
        this.products = products;
        this.changes = changes;
    }

    Outcome<WorkspaceProduct> execute(Actor actor, AttachProductInput input) {
        UUID product = ObjectId.parse("input.productId", input.productId());
        return mutations.run(
                actor,
                new Mutation("attachProduct", input.idempotencyKey(), input),
                transaction -> attach(transaction, actor, product),
                WorkspaceProduct::id,
                PRODUCTS::find);
    }

    private Outcome<WorkspaceProduct> attach(DSLContext transaction, Actor actor, UUID product) {
        if (!products.isInCatalogue(transaction, product)) {
            return Outcome.refused(UserError.notFound("productId", "product"));
        }
        WorkspaceProduct attached = products.insert(transaction, product);
        return Outcome.done(
                attached == null
                        ? again(transaction, actor, product)
                        : changes.created(transaction, actor, WorkspaceProductEvents.ATTACHED, attached));
    }

    private WorkspaceProduct again(DSLContext transaction, Actor actor, UUID product) {
        WorkspaceProduct before =
                Objects.requireNonNull(PRODUCTS.lock(transaction, WORKSPACE_PRODUCT.PRODUCT_ID.eq(product)));
        if (before.enabled()) {
            return before;
        }
        WorkspaceProduct after =
                PRODUCTS.update(transaction, before, new ChangedColumns().set(WORKSPACE_PRODUCT.ENABLED, true));
        return changes.changed(transaction, actor, WorkspaceProductEvents.ATTACHED, before, after);
    }
}
