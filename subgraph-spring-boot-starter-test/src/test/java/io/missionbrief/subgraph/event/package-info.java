/** What the event log promises, on a real database. */
@NullMarked
package io.missionbrief.subgraph.event;

import org.jspecify.annotations.NullMarked;
