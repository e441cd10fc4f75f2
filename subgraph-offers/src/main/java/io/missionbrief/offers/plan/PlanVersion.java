package io.missionbrief.offers.plan;

import java.util.UUID;

/** A reference to a priced version of a plan of subgraph plans. */
public record PlanVersion(UUID id) {}
