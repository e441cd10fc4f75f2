/** What quotes need to know of plans, which belong to another subgraph. */
@NullMarked
package io.missionbrief.offers.plan;

import org.jspecify.annotations.NullMarked;
