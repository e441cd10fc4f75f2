/** The event log of a subgraph: appended in the transaction of a change, numbered in commit order, read live. */
@NullMarked
package io.missionbrief.subgraph.event;

import org.jspecify.annotations.NullMarked;
