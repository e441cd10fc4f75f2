/** Which events this subgraph writes, and how a change becomes one. */
@NullMarked
package io.missionbrief.plans.event;

import org.jspecify.annotations.NullMarked;
