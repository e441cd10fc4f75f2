package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * New objects whose events are written and sealed, and not yet in the log; see {@link ChangeRecorder#newInBulk}.
 */
public final class NewObjects {

    private final Actor actor;
    private final Map<UUID, SubjectKey> keys;
    private final List<SealedEvent> events;

    /** @param keys under which the events are sealed, each made for them */
    NewObjects(Actor actor, Map<UUID, SubjectKey> keys, List<SealedEvent> events) {
        this.actor = actor;
        this.keys = keys;
        this.events = events;
    }

    Actor actor() {
        return actor;
    }

    Map<UUID, SubjectKey> keys() {
        return keys;
    }

    List<SealedEvent> events() {
        return events;
    }
}
