/** The prices of a plan, from their publication to their retirement. */
@NullMarked
package io.missionbrief.plans.version;

import org.jspecify.annotations.NullMarked;
