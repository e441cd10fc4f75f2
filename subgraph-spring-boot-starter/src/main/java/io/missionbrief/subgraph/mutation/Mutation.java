package io.missionbrief.subgraph.mutation;

import org.jspecify.annotations.Nullable;

/**
 * The call of a mutation, as far as repeating it is concerned.
 *
 * @param field the mutation's name in the schema, such as {@code createLead}
 * @param idempotencyKey the client's name for this call, 1 to 200 characters; null when a repetition shall act again
 * @param input the whole input; one that is equal as JSON counts as the same call
 */
public record Mutation(String field, @Nullable String idempotencyKey, Object input) {}
