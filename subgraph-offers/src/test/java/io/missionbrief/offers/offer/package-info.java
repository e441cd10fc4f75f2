/** Tests of offers against a running subgraph. */
@NullMarked
package io.missionbrief.offers.offer;

import org.jspecify.annotations.NullMarked;
