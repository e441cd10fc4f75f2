/** Request ids, traces, logs, health and a graceful end. */
@NullMarked
package io.missionbrief.subgraph.observability;

import org.jspecify.annotations.NullMarked;
