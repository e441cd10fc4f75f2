package io.missionbrief.plans.workspaceproduct;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What attachProduct and detachProduct answer. */
record WorkspaceProductPayload(@Nullable WorkspaceProduct workspaceProduct, List<UserError> userErrors) {

    static WorkspaceProductPayload of(Outcome<WorkspaceProduct> outcome) {
        return outcome.fold(
                done -> new WorkspaceProductPayload(done, List.of()),
                errors -> new WorkspaceProductPayload(null, errors));
    }
}
