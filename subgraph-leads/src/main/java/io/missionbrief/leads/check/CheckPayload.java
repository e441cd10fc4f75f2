package io.missionbrief.leads.check;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every mutation of a check answers: the check, or why nothing changed. */
record CheckPayload(@Nullable VerificationCheck check, List<UserError> userErrors) {

    static CheckPayload of(Outcome<VerificationCheck> outcome) {
        return outcome.fold(check -> new CheckPayload(check, List.of()), errors -> new CheckPayload(null, errors));
    }
}
