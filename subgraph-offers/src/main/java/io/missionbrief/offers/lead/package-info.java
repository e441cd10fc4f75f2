/** What quotes and offers add to leads and applications, which belong to another subgraph. */
@NullMarked
package io.missionbrief.offers.lead;

import org.jspecify.annotations.NullMarked;
