package io.missionbrief.plans.workspaceproduct;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Says whether a workspace sells a product. */
@Component
public class SoldProducts {

    private final WorkspaceProductQueries products;

    SoldProducts(WorkspaceProductQueries products) {
        this.products = products;
    }

    /**
     * Done with the product when the workspace sells it, which stays so until the transaction ends; refused otherwise.
     *
     * @param field what led to the product, a path below {@code input}
     */
    public Outcome<UUID> require(DSLContext transaction, UUID product, String field) {
        Boolean enabled = products.isEnabled(transaction, product);
        if (enabled != null && enabled) {
            return Outcome.done(product);
        }
        if (enabled == null && !products.isInCatalogue(transaction, product)) {
            return Outcome.refused(UserError.notFound(field, "product"));
        }
        return Outcome.refused(
                UserErrorCode.NOT_ACTIVE, field, "This workspace does not sell the product: attachProduct comes first");
    }
}
