/** Tests of how events reach the topic. */
@NullMarked
package io.missionbrief.subgraph.relay;

import org.jspecify.annotations.NullMarked;
