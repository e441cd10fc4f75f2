/** Asking others over HTTP: within limits of time, and under the names of the request at hand. */
@NullMarked
package io.missionbrief.subgraph.outgoing;

import org.jspecify.annotations.NullMarked;
