package io.missionbrief.leads.application;

import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.json.JsonRules;
import io.missionbrief.subgraph.mutation.InputCheck;
import org.jspecify.annotations.Nullable;

/** What is allowed for an application, when it is made as when it changes. The table keeps the same rules. */
final class ApplicationRules {

    private static final int REASON_LENGTH = 2000;
    private static final int ANSWERS_KIBIBYTES = 64;

    private ApplicationRules() {}

    static InputCheck answers(@Nullable Object answers) {
        InputCheck check = new InputCheck();
        return answers == null
                ? check
                : JsonRules.object(check, "answers", JsonDocument.ofInput(answers), ANSWERS_KIBIBYTES);
    }

    static InputCheck reason(@Nullable String reason) {
        return new InputCheck().optionalText("reason", reason, REASON_LENGTH);
    }
}
