/** What a quantity of a plan version costs on a day, and why. */
@NullMarked
package io.missionbrief.plans.price;

import org.jspecify.annotations.NullMarked;
