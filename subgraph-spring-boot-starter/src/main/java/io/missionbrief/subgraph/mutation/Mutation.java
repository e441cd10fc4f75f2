package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.error.RequestException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The call of a mutation: what repeating it means, and which refusals of the database are the user's to mend.
 *
 * @param field the mutation's name in the schema, such as {@code createLead}
 * @param idempotencyKey the client's name for this call, 1 to 200 printable ASCII characters without a space; null when
 *     a repetition shall act again
 * @param input the whole input; one that is equal as JSON counts as the same call
 * @param rules by the name of a constraint or unique index, what the user is told when a row does not keep it
 */
public record Mutation(String field, @Nullable String idempotencyKey, Object input, Map<String, UserError> rules) {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    /** @throws RequestException BAD_USER_INPUT when the idempotency key is malformed */
    public Mutation {
        rules = Map.copyOf(rules);
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw RequestException.badUserInput(
                    "input.idempotencyKey",
                    "'idempotencyKey' has 1 to 200 letters, digits or signs of ASCII and no space: a UUID is a good one");
        }
    }

    /**
     * A call in which every constraint that is not kept is a failure.
     *
     * @throws RequestException BAD_USER_INPUT when the idempotency key is malformed
     */
    public Mutation(String field, @Nullable String idempotencyKey, Object input) {
        this(field, idempotencyKey, input, Map.of());
    }

    /**
     * The same call, in which one more rule is the user's to keep. For rules that only the database can decide, as between
     * two calls at the same moment; nothing is changed when it refuses.
     *
     * @param constraint the constraint's or unique index's name in the migration, such as {@code plan_code_once}
     */
    public Mutation telling(String constraint, UserError mistake) {
        Map<String, UserError> more = new HashMap<>(rules);
        more.put(constraint, mistake);
        return new Mutation(field, idempotencyKey, input, more);
    }
}
