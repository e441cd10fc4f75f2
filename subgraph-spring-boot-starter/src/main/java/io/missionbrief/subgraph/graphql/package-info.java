/** What the schemas of all subgraphs share: scalars, money, pages, errors and limits. */
@NullMarked
package io.missionbrief.subgraph.graphql;

import org.jspecify.annotations.NullMarked;
