/** Sends the events of the log to the subgraph's SNS topic, at least once and in lanes. */
@NullMarked
package io.missionbrief.subgraph.relay;

import org.jspecify.annotations.NullMarked;
