package io.missionbrief.subgraph.event;

import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it.
 *
 * @param event the event, with its personal fields readable
 * @param state its state as JSON, the personal fields sealed
 * @param changes its changes likewise; null for an event that makes the object
 */
record SealedEvent(NewEvent event, String state, @Nullable String changes) {}
