/** The products of a workspace as a client sees them. */
@NullMarked
package io.missionbrief.plans.workspaceproduct;

import org.jspecify.annotations.NullMarked;
