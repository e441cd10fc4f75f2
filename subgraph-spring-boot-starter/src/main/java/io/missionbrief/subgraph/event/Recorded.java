package io.missionbrief.subgraph.event;

/** An object whose every change is an event. */
@FunctionalInterface
public interface Recorded {

    /** The whole object as it is now. */
    Snapshot snapshot();
}
