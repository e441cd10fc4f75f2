/** Versions of plans as a client sees them. */
@NullMarked
package io.missionbrief.plans.version;

import org.jspecify.annotations.NullMarked;
