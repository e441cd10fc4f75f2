/** What subgraph examplename promises, tried over real HTTP. */
@NullMarked
package io.missionbrief.examplename;

import org.jspecify.annotations.NullMarked;
