/** JSON in columns: what clients give is kept as it is, within limits. */
@NullMarked
package io.missionbrief.subgraph.json;

import org.jspecify.annotations.NullMarked;
