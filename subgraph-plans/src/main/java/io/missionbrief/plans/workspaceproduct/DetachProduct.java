package io.missionbrief.plans.workspaceproduct;

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
    private final WorkspaceProductQueries products;
    private final ChangeRecorder changes;

    DetachProduct(Mutations mutations, WorkspaceProductQueries products, ChangeRecorder changes) {
        this.mutations = mutations;
        this.products = products;
        this.changes = changes;
    }

    Outcome<WorkspaceProduct> execute(Actor actor, DetachProductInput input) {
        UUID product = ObjectId.parse("input.productId", input.productId());
        return mutations.run(
                actor,
                new Mutation("detachProduct", input.idempotencyKey(), input),
                transaction -> detach(transaction, actor, product, input.expectedVersion()),
                WorkspaceProduct::id,
                products::find);
    }

    private Outcome<WorkspaceProduct> detach(DSLContext transaction, Actor actor, UUID product, int expectedVersion) {
        WorkspaceProduct before = products.lock(transaction, product);
        if (before == null) {
            return Outcome.refused(UserError.notFound("productId", "product of this workspace"));
        }
        if (before.version() != expectedVersion) {
            return Outcome.refused(UserError.staleVersion(expectedVersion, before.version()));
        }
        if (!before.enabled()) {
            return Outcome.done(before);
        }
        WorkspaceProduct after = products.enable(transaction, before.id(), false);
        return Outcome.done(changes.changed(transaction, actor, WorkspaceProductEvents.DETACHED, before, after));
    }
}
