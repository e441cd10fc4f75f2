/** Holds the events that tests let happen against the schemas that consumers read. */
@NullMarked
package io.missionbrief.subgraph.test.event;

import org.jspecify.annotations.NullMarked;
