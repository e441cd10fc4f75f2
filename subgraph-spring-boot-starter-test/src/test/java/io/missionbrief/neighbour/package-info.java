/** Stands for another subgraph. */
@NullMarked
package io.missionbrief.neighbour;

import org.jspecify.annotations.NullMarked;
