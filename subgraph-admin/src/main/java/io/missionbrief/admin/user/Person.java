package io.missionbrief.admin.user;

import io.missionbrief.subgraph.mutation.InputCheck;

/**
 * A person who is invited. In the schema {@code PersonInput}.
 *
 * @param name what people in the workspace will call the person, without spaces around it
 */
public record Person(String email, String name) {

    private static final int NAME_LENGTH = 200;

    public Person {
        name = name.strip();
    }

    /**
     * Notes what is wrong with the person.
     *
     * @param field where the person came in, below {@code input}
     */
    public void check(InputCheck check, String field) {
        check.text(field + ".name", name, NAME_LENGTH);
    }
}
