package io.missionbrief.admin.user;

import io.missionbrief.subgraph.mutation.InputCheck;

/**
 * A person, found by address or made an account for. In the schema {@code PersonInput}.
 *
 * @param name for a new account; an account that there is keeps its own
 */
public record Person(String email, String name) {

    private static final int LONGEST_NAME = 200;

    /**
     * Notes what is wrong with the person.
     *
     * @param field where the person came in, below {@code input}
     */
    public void check(InputCheck check, String field) {
        check.text(field + ".name", name, LONGEST_NAME);
    }
}
