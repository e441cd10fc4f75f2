package io.missionbrief.subgraph.test.tenancy;

/** Who tries to reach a row, as seen from the row. */
enum Caller {
    /** An actor of the row's workspace. */
    OWN,
    /** An actor of another workspace. */
    OTHER,
    /** The role that serves requests, bound to no workspace. */
    NONE,
    /** The role of another subgraph. */
    STRANGER
}
