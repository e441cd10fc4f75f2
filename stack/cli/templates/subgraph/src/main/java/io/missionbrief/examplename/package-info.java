/** The example things of a workspace. */
@NullMarked
package io.missionbrief.examplename;

import org.jspecify.annotations.NullMarked;
