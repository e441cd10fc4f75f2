package io.missionbrief.neighbour;

/** What nobody else should know. */
public record Neighbour() {}
