/** References that people read out and type in. */
@NullMarked
package io.missionbrief.subgraph.reference;

import org.jspecify.annotations.NullMarked;
