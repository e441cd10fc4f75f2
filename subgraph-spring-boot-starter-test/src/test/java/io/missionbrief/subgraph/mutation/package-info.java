/** What mutations promise, against PostgreSQL. */
@NullMarked
package io.missionbrief.subgraph.mutation;

import org.jspecify.annotations.NullMarked;
