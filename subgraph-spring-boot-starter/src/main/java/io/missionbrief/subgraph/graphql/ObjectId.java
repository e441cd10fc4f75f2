package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.RequestException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the id of an object as a client gives it: a UUID in its 36 characters, nothing shorter. */
public final class ObjectId {

    private static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private ObjectId() {}

    /**
     * The id in an argument or input field.
     *
     * @param field where it came in, such as {@code id} or {@code input.planId}
     * @throws RequestException BAD_USER_INPUT that names the field when it is not the form of an id
     */
    public static UUID parse(String field, String id) {
        UUID parsed = parseOrNull(id);
        if (parsed == null) {
            throw RequestException.badUserInput(
                    field, "'" + field + "' is not an id: give the id of an object as this API answered it");
        }
        return parsed;
    }

    /** The same for a field that may be left out: null stays null. */
    public static @Nullable UUID parseOptional(String field, @Nullable String id) {
        return id == null ? null : parse(field, id);
    }

    /** For the keys of entities, of which a malformed one is answered like an unknown one. */
    public static @Nullable UUID parseOrNull(String id) {
        return FORM.matcher(id).matches() ? UUID.fromString(id) : null;
    }
}
