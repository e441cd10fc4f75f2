/** A subgraph without tables, and over real HTTP and WebSocket what security and observability promise. */
@NullMarked
package io.missionbrief.subgraph.test.secured;

import org.jspecify.annotations.NullMarked;
