/** Plans as a client sees them. */
@NullMarked
package io.missionbrief.plans.plan;

import org.jspecify.annotations.NullMarked;
