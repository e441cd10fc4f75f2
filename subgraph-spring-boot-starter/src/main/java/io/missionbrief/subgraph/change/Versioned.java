package io.missionbrief.subgraph.change;

import java.util.UUID;

/** An object whose changes are counted, so that nobody changes a version that they have not seen. */
public interface Versioned {

    UUID id();

    /** Rises by one with each change. */
    int version();
}
