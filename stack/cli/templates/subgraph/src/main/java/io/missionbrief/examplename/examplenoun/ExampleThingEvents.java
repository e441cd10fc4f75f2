package io.missionbrief.examplename.examplenoun;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to one example thing. */
final class ExampleThingEvents {

    /** It was made. */
    static final EventType CREATED = new EventType("ExampleThing.Created");

    /** Something else was said of it. */
    static final EventType UPDATED = new EventType("ExampleThing.Updated");

    private ExampleThingEvents() {}
}
