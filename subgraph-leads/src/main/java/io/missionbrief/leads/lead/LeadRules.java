package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.json.JsonRules;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is allowed for a lead, when it is made as when it changes. The table keeps the same rules. */
final class LeadRules {

    static final int NAME_LENGTH = 200;
    private static final int MAXIMUM_SCORE = 100;
    static final int REASON_LENGTH = 2000;
    static final int RAW_KIBIBYTES = 64;
    private static final int FIELDS_KIBIBYTES = 16;

    static final String NOT_IDENTIFIED =
            "A lead needs at least one of name, email, phone, company and externalReference: give one, or leave one there";

    private LeadRules() {}

    static InputCheck details(InputCheck check, @Nullable String company, @Nullable String sourceDetail) {
        return check.optionalText("company", company, 200).optionalText("sourceDetail", sourceDetail, 500);
    }

    /** Whether there is something by which the person or the company can be found again. */
    static boolean isIdentified(@Nullable String... identities) {
        return Arrays.stream(identities).anyMatch(identity -> Text.orNull(identity) != null);
    }

    static InputCheck score(InputCheck check, @Nullable Integer score) {
        return score == null
                ? check.that(false, "score", "'score' cannot be emptied: give a number, or leave the field out")
                : check.range("score", score, 0, MAXIMUM_SCORE);
    }

    static InputCheck fields(InputCheck check, @Nullable Object fields) {
        return fields == null
                ? check
                : JsonRules.object(check, "fields", JsonDocument.ofInput(fields), FIELDS_KIBIBYTES);
    }
}
