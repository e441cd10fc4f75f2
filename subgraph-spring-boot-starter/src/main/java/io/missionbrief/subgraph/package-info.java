/** What every subgraph has in common, one package for each concern. */
@NullMarked
package io.missionbrief.subgraph;

import org.jspecify.annotations.NullMarked;
