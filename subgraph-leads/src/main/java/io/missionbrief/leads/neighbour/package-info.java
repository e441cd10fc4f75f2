/** What leads and applications point to in other subgraphs: its key, and whether it is there. */
@NullMarked
package io.missionbrief.leads.neighbour;

import org.jspecify.annotations.NullMarked;
