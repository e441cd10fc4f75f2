/** Writes the jOOQ classes of one subgraph from its migrations. */
@NullMarked
package io.missionbrief.jooq.codegen;

import org.jspecify.annotations.NullMarked;
