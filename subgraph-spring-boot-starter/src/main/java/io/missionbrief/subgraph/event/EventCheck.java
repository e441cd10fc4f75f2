package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.Actor;

/** Looks at each event before it is appended. Tests have one that knows the events' schemas; in production there is none. */
@FunctionalInterface
public interface EventCheck {

    /**
     * Refuses the event, and with it the change, by any exception.
     *
     * @param actor who acts
     */
    void check(Actor actor, SealedEvent event);
}
