package io.missionbrief.offers.lead;

import java.util.UUID;

/** A reference to a lead of subgraph leads. */
public record Lead(UUID id) {}
