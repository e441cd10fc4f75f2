/** Tests that the matrix notices what it is there to notice. */
@NullMarked
package io.missionbrief.subgraph.test.tenancy;

import org.jspecify.annotations.NullMarked;
