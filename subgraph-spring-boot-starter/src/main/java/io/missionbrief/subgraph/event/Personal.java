package io.missionbrief.subgraph.event;

import java.util.Set;
import java.util.UUID;

/**
 * Which fields of an event are sealed, and under whose key.
 *
 * @param subject whom the fields describe, such as a lead; deleting the subject's key makes all of them unreadable
 * @param fields names of fields of the event's state or changes
 */
public record Personal(UUID subject, Set<String> fields) {

    public Personal {
        fields = Set.copyOf(fields);
    }
}
