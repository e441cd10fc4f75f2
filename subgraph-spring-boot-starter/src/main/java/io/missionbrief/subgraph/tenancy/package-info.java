/** Connections to PostgreSQL that see the rows of one workspace. */
@NullMarked
package io.missionbrief.subgraph.tenancy;

import org.jspecify.annotations.NullMarked;
