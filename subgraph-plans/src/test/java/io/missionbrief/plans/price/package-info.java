/** Prices: how they are calculated, and what a client sees of it. */
@NullMarked
package io.missionbrief.plans.price;

import org.jspecify.annotations.NullMarked;
