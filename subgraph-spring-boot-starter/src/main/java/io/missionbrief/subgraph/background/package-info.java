/** Work that an instance does beside its requests, from its start to its end. */
@NullMarked
package io.missionbrief.subgraph.background;

import org.jspecify.annotations.NullMarked;
