package io.missionbrief.subgraph.json;

import io.missionbrief.subgraph.mutation.InputCheck;

/** What JSON that a client gives has to keep. */
public final class JsonRules {

    private static final int KIBIBYTE = 1024;

    private JsonRules() {}

    /** An object of a limited size. */
    public static InputCheck object(InputCheck check, String field, JsonDocument document, int maximumKibibytes) {
        check.that(
                document.isObject(),
                field,
                "'" + field + "' is not a JSON object: give one whose keys name the values");
        return any(check, field, document, maximumKibibytes);
    }

    /** A value of a limited size. */
    public static InputCheck any(InputCheck check, String field, JsonDocument document, int maximumKibibytes) {
        return check.that(
                document.bytes() <= maximumKibibytes * KIBIBYTE,
                field,
                "'" + field + "' has " + document.bytes() + " bytes of JSON: leave out what is not needed, "
                        + maximumKibibytes + " KiB are kept at most");
    }
}
