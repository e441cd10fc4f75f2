package io.missionbrief.leads.document;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every mutation of a document answers: the document, or why nothing changed. */
record DocumentPayload(@Nullable ApplicationDocument document, List<UserError> userErrors) {

    static DocumentPayload of(Outcome<ApplicationDocument> outcome) {
        return outcome.fold(
                document -> new DocumentPayload(document, List.of()), errors -> new DocumentPayload(null, errors));
    }
}
