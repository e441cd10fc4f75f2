/** Asking another subgraph for what it owns. */
@NullMarked
package io.missionbrief.subgraph.peer;

import org.jspecify.annotations.NullMarked;
