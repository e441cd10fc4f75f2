/** Workspaces: what they are called, how they are set, and which there are. */
@NullMarked
package io.missionbrief.admin.workspace;

import org.jspecify.annotations.NullMarked;
