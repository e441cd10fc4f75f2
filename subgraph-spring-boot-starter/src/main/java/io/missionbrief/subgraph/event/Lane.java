package io.missionbrief.subgraph.event;

/** How soon an event is wanted by the consumers behind the relay; live subscriptions do not tell them apart. */
public enum Lane {
    /** At once. */
    NORMAL,
    /** When there is nothing more urgent: an import, a migration of data. */
    BULK
}
