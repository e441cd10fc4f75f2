package io.missionbrief.leads.application;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every mutation of an application answers: the application, or why nothing changed. */
record ApplicationPayload(@Nullable Application application, List<UserError> userErrors) {

    static ApplicationPayload of(Outcome<Application> outcome) {
        return outcome.fold(
                application -> new ApplicationPayload(application, List.of()),
                errors -> new ApplicationPayload(null, errors));
    }
}
