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
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Ends the selling of a product. Its plans stay as they are. */
@Service
class DetachProduct {

    private final Mutations mutations;
    private final ChangeRecorder changes;

    DetachProduct(Mutations mutations, ChangeRecorder changes) {
        this.mutations = mutations;
        this.changes = changes;
    }

    Outcome<WorkspaceProduct> execute(Actor actor, DetachProductInput input) {
        UUID product = ObjectId.parse("input.productId", input.productId());
        return mutations.run(
                actor,
                new Mutation("detachProduct", input.idempotencyKey(), input),
                transaction -> lock(transaction, product, input.expectedVersion())
                        .map(locked -> locked.enabled() ? detach(transaction, actor, locked) : locked),
                WorkspaceProduct::id,
                PRODUCTS::find);
    }

    private static Outcome<WorkspaceProduct> lock(DSLContext transaction, UUID product, int expectedVersion) {
        return PRODUCTS.lock(
                transaction,
                WORKSPACE_PRODUCT.PRODUCT_ID.eq(product),
                expectedVersion,
                UserError.notFound("productId", "product of this workspace"));
    }

    private WorkspaceProduct detach(DSLContext transaction, Actor actor, WorkspaceProduct before) {
        WorkspaceProduct after =
                PRODUCTS.update(transaction, before, new ChangedColumns().set(WORKSPACE_PRODUCT.ENABLED, false));
        return changes.changed(transaction, actor, WorkspaceProductEvents.DETACHED, before, after);
    }
}
