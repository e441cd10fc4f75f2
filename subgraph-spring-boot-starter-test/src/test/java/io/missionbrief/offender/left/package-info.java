/** Depends on the package that depends on it. */
@NullMarked
package io.missionbrief.offender.left;

import org.jspecify.annotations.NullMarked;
