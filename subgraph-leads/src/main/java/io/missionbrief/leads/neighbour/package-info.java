/** The entities of other subgraphs that leads and applications point to: their keys, and nothing else. */
@NullMarked
package io.missionbrief.leads.neighbour;

import org.jspecify.annotations.NullMarked;
