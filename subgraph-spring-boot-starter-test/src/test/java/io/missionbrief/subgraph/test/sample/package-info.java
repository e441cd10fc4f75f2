/** A subgraph with tables, and over real HTTP and WebSocket what GraphQL promises. */
@NullMarked
package io.missionbrief.subgraph.test.sample;

import org.jspecify.annotations.NullMarked;
