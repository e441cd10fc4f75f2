package io.missionbrief.subgraph.change;

/**
 * The object that a change is for, as its caller last saw it.
 *
 * @param id as the client wrote it
 * @param expected the version that the caller has seen
 */
public record SeenVersion(String id, int expected) {}
