package io.missionbrief.subgraph.graphql;

/**
 * A page of the list that hangs below one parent, such as the applications of a lead. The key of a batch loader: equal
 * pages of many parents are read by one statement.
 *
 * @param <K> the parent's key, equal by value
 */
public record ChildPage<K>(K parent, PageRequest page) {}
