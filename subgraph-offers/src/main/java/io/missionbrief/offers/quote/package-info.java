/** Quotes: lines priced from plan versions, in numbered revisions that never change. */
@NullMarked
package io.missionbrief.offers.quote;

import org.jspecify.annotations.NullMarked;
