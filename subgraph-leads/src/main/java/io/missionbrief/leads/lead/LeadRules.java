package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.json.JsonRules;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is allowed for a lead, when it is made or imported as when it changes. The table keeps the same rules. */
public final class LeadRules {

    public static final int NAME_LENGTH = 200;
    public static final int COMPANY_LENGTH = 200;
    public static final int EXTERNAL_REFERENCE_LENGTH = 200;
    public static final int SOURCE_DETAIL_LENGTH = 500;
    public static final int CONSENT_SOURCE_LENGTH = 500;
    public static final int REASON_LENGTH = 2000;
    public static final int RAW_KIBIBYTES = 64;
    public static final int FIELDS_KIBIBYTES = 16;
    private static final int MAXIMUM_SCORE = 100;

    public static final String NOT_IDENTIFIED =
            "A lead needs at least one of name, email, phone, company and externalReference: give one, or leave one there";

    private LeadRules() {}

    static InputCheck details(InputCheck check, @Nullable String company, @Nullable String sourceDetail) {
        return check.optionalText("company", company, COMPANY_LENGTH)
                .optionalText("sourceDetail", sourceDetail, SOURCE_DETAIL_LENGTH);
    }

    /** Whether there is something by which the person or the company can be found again. */
    public static boolean isIdentified(@Nullable String... identities) {
        return Arrays.stream(identities).anyMatch(identity -> Text.orNull(identity) != null);
    }

    static InputCheck score(InputCheck check, @Nullable Integer score) {
        return score == null
                ? check.that(false, "score", "'score' cannot be emptied: give a number, or leave the field out")
                : score(check, "score", score);
    }

    /**
     * A score that is there.
     *
     * @param field as the check is to name it
     */
    public static InputCheck score(InputCheck check, String field, long score) {
        return check.range(field, score, 0, MAXIMUM_SCORE);
    }

    static InputCheck fields(InputCheck check, @Nullable Object fields) {
        return fields == null
                ? check
                : JsonRules.object(check, "fields", JsonDocument.ofInput(fields), FIELDS_KIBIBYTES);
    }
}
