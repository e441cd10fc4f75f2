/** The conventions of the schema: scalars, connections, errors, limits, entities. */
@NullMarked
package io.missionbrief.subgraph.graphql;

import org.jspecify.annotations.NullMarked;
