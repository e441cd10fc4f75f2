/** Which products of the catalogue a workspace sells. */
@NullMarked
package io.missionbrief.plans.workspaceproduct;

import org.jspecify.annotations.NullMarked;
