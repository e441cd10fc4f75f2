package io.missionbrief.offers.lead;

import java.util.UUID;

/** A reference to an application of subgraph leads. */
public record Application(UUID id) {}
