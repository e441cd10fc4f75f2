package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.error.RequestException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The call of a mutation, as far as repeating it is concerned.
 *
 * @param field the mutation's name in the schema, such as {@code createLead}
 * @param idempotencyKey the client's name for this call, 1 to 200 printable ASCII characters without a space; null when
 *     a repetition shall act again
 * @param input the whole input; one that is equal as JSON counts as the same call
 */
public record Mutation(String field, @Nullable String idempotencyKey, Object input) {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    /** @throws RequestException BAD_USER_INPUT when the idempotency key is malformed */
    public Mutation {
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw RequestException.badUserInput(
                    "input.idempotencyKey",
                    "'idempotencyKey' has 1 to 200 letters, digits or signs of ASCII and no space: a UUID is a good one");
        }
    }
}
