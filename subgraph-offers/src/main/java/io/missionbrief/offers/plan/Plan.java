package io.missionbrief.offers.plan;

import java.util.UUID;

/** A reference to a plan of subgraph plans. */
public record Plan(UUID id) {}
