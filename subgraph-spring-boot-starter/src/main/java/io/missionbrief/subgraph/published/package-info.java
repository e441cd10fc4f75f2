/** How other subgraphs see the events of this one: as CloudEvents, and as a feed over HTTP. */
@NullMarked
package io.missionbrief.subgraph.published;

import org.jspecify.annotations.NullMarked;
