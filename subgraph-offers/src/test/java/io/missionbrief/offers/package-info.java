/** Tests of quotes and offers against a running subgraph. */
@NullMarked
package io.missionbrief.offers;

import org.jspecify.annotations.NullMarked;
