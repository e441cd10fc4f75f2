/** The catalogue as a client sees it. */
@NullMarked
package io.missionbrief.plans.catalogue;

import org.jspecify.annotations.NullMarked;
