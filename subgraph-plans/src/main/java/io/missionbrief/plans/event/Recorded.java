package io.missionbrief.plans.event;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object whose every change is an event. */
public interface Recorded {

    UUID id();

    /** Counts the changes of the object, from 1. */
    int version();

    /** Every field at this version, in values that can be written as JSON: what an event carries. */
    Map<String, @Nullable Object> state();
}
