/** The matrix that tries every table of a subgraph as callers who may not reach each other's rows. */
@NullMarked
package io.missionbrief.subgraph.test.tenancy;

import org.jspecify.annotations.NullMarked;
