/** About nothing. */
@NullMarked
package io.missionbrief.offender.util;

import org.jspecify.annotations.NullMarked;
