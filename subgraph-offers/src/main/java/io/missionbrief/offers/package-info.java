/** Quotes and offers. */
@NullMarked
package io.missionbrief.offers;

import org.jspecify.annotations.NullMarked;
