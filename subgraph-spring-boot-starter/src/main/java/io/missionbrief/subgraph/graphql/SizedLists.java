package io.missionbrief.subgraph.graphql;

import java.util.Set;

/**
 * What a field says about the lists directly below it, as {@code leads(first: 50)} does about {@code nodes}.
 *
 * @param fields the lists that it speaks of
 * @param rows how many rows each of them may have
 */
record SizedLists(Set<String> fields, long rows) {

    /** Says nothing. */
    static final SizedLists NONE = new SizedLists(Set.of(), 1);

    /** How many rows a list may have. */
    long rows(String field, long otherwise) {
        return fields.contains(field) ? rows : otherwise;
    }
}
