package io.missionbrief.subgraph.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The key of a workspace, given by a client or generated: a letter or digit, then at most 62 letters, digits,
 * {@code _} or {@code -}.
 */
public record WorkspaceId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$");

    /** @throws IllegalArgumentException when the value does not have the form of a key */
    @JsonCreator
    public WorkspaceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A workspace id is a letter or digit followed by at most 62 letters, digits, '_' or '-'");
        }
    }

    /** Whether a workspace could have this key. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
