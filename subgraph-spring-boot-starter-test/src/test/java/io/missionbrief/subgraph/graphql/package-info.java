/** What pages of lists promise, against PostgreSQL. */
@NullMarked
package io.missionbrief.subgraph.graphql;

import org.jspecify.annotations.NullMarked;
