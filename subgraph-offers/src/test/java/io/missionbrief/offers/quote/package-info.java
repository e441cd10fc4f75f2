/** Tests of quotes against a running subgraph. */
@NullMarked
package io.missionbrief.offers.quote;

import org.jspecify.annotations.NullMarked;
