package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.RequestException;
import java.util.Optional;
import java.util.UUID;

/** Reads the ids that clients give: UUIDs in their 36 characters. */
public final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    /**
     * The id in an argument or an input field.
     *
     * @param field its path, such as {@code input.leadId}
     * @throws RequestException BAD_USER_INPUT that names the field when it is not a UUID
     */
    public static UUID required(String field, String text) {
        return find(text)
                .orElseThrow(() -> RequestException.badUserInput(
                        field, "'" + field + "' is not an id: give a UUID as it came in an id field"));
    }

    /** The id of an entity that a router asks for; empty when it is not a UUID, so that no object has it. */
    public static Optional<UUID> find(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
