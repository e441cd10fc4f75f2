/** One change of one object: locked, of the version that its caller has seen, told by one event. */
@NullMarked
package io.missionbrief.subgraph.change;

import org.jspecify.annotations.NullMarked;
