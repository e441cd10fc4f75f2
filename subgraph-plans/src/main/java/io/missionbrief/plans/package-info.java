/** The catalogue and what workspaces offer of it. */
@NullMarked
package io.missionbrief.plans;

import org.jspecify.annotations.NullMarked;
