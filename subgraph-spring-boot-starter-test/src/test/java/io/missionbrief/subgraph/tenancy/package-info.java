/** Tests that the rows of one workspace are all that its actors reach. */
@NullMarked
package io.missionbrief.subgraph.tenancy;

import org.jspecify.annotations.NullMarked;
